### Examen

review-word = Examen
review-title = Examen : { $name }
review-progress = { $decided } sur { $total } tranchés
review-pending-count =
    { $count ->
        [one] { $shown } à examiner
       *[other] { $shown } à examiner
    }
review-place = { $place } sur { $total }
review-none = Aucun constat ne correspond.
review-accept-above = Accepter tout ce dont la confiance atteint
review-accept-above-button = Tout accepter
review-keys = Touches : j/k suivant, précédent ; a accepter ; e modifier ; x rejeter ; u annuler ; s diviser ; m fusionner avec le suivant.
review-accept = Accepter
review-reject = Rejeter
review-undo = Annuler
review-merge = Fusionner avec le suivant
review-edit = Modifier
review-save = Enregistrer
review-save-accept = Enregistrer et accepter
review-split = Diviser
review-split-hint = Allez à la ligne à l’endroit de la coupure
review-split-button = Diviser
review-add = Ajouter un oubli
review-add-hint = Copiez les mots exactement depuis le texte.
review-add-button = Ajouter
review-completeness = Ce qui est dit
review-confidence = Confiance
review-rule = Règle
review-value-hint = (deux nombres d’un intervalle séparés par un point-virgule)
review-open-commitment = Ouvrir sa page
category-citation = Renvoi
category-task = Tâche
category-target = Cible
category-project = Projet
category-proposal = Recommandation
verdict-pending = À examiner
verdict-accepted = Accepté
verdict-rejected = Rejeté
verdict-superseded = Remplacé
verdict-removed = Supprimé
question-actor = Qui
question-act = Fait quoi
question-object = Sur quoi
question-measure = Combien
question-deadline = Pour quand
question-cycle = Rythme de rapport
question-answered = dit
question-open = non dit
notice-accepted-above =
    { $count ->
        [0] Rien n’atteint cette confiance.
        [one] { $shown } constat accepté.
       *[other] { $shown } constats acceptés.
    }
