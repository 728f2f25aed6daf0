### Examen

review-word = Examen
review-title = Examen : { $name }
review-progress = { $decided } sur { $total } tranchés · reste { $left }
review-pending-count =
    { $count ->
        [one] { $shown } à examiner
       *[other] { $shown } à examiner
    }
review-place = { $place } sur { $total }
review-none = Aucun constat ne correspond.
review-keys = Touches
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
review-pace = (environ # min)
review-remarks = À voir d’abord
remark-announced-count = Le texte en annonce { $said } ; { $found } ont été trouvés.
remark-broken-table = Les lignes et colonnes de ce tableau n’ont pu être distinguées ; comparez avec l’original.
remark-recognised = Le texte a été lu par reconnaissance optique (OCR) : vérifiez les mots sur l’original.
remark-other = La lecture n’est pas sûre ici.
review-order = Ordre
review-order-text = Ordre du texte
review-order-doubts = Doutes d’abord
review-doubtful = Avec doutes
review-doubts = Doutes
doubt-unsure = Peu sûr
doubt-no-body = Organisme non nommé
doubt-unknown-body = Organisme non enregistré
doubt-no-day = Échéance sans date
doubt-reckoned = Date comptée depuis la signature
doubt-no-value = Sans valeur
doubt-remarked = Dans un tableau difficile à lire
body-unknown = non enregistré
body-found = Enregistrer
body-link = Lier à cet organisme
body-unfound = Ôter du registre
body-ended = n’existe plus depuis le { $day }
body-succeeded = n’existe plus depuis le { $day } ; successeur : { $successors }
body-later = existe depuis le { $day }
bulk-title = Accepter en nombre : { $count } constats à partir de { $percent }
bulk-above = Confiance d’au moins
bulk-preview = Aperçu
bulk-categories = Genres de constat
bulk-doubtful = ({ $count } avec doutes)
bulk-without-doubts =
    { $count ->
        [one] Laisser { $shown } constat avec doutes
       *[other] Laisser { $shown } constats avec doutes
    }
bulk-button = Accepter ces constats
key-step = constat suivant, précédent
key-next-undecided = prochain constat non tranché
key-accept = accepter et continuer
key-edit = modifier, curseur au premier doute
key-reject = rejeter
key-undo = annuler la dernière décision
key-split = diviser
key-merge = fusionner avec le suivant
key-organisation = enregistrer l’organisme inconnu
key-escape = quitter un champ, revenir au constat
key-help = montrer ou cacher cette liste
notice-organisation-founded = L’organisme est enregistré. Vous pouvez l’ôter sur ce constat.
notice-organisation-there = Cet organisme est déjà enregistré.
notice-organisation-unfounded = L’organisme a été ôté du registre.
organisation-unfound-reason = ajouté par erreur pendant l’examen
review-repeats = Répète peut-être
review-same = Le même : ajouter la formulation
doubt-repeats = Répétition possible
key-same = le même que l’engagement enregistré : ajouter la formulation
key-relation = modifier le lien d’une citation
key-take-off = retirer un organisme (d’abord un inconnu, sinon le dernier)
body-drop = Retirer cet organisme
key-save = enregistrer et accepter pendant la modification
doubt-conflict = Autre date ailleurs
review-other-days = Date donnée ailleurs
review-parts = Constats et texte
