### Ce qui peut mal se passer

trouble-title = Il y a un problème
trouble-day = Saisissez une date valable.
trouble-deadline = Cette échéance n’est pas comprise. Écrivez par exemple 31/12/2026, 12/2026, T4 2026, 2026 ou mensuel.
trouble-percent = Le pourcentage est un nombre entier de 0 à 100.
trouble-progress = Choisissez l’avancement.
trouble-status = Choisissez un état.
trouble-stage = Choisissez une étape.
trouble-to = Saisissez l’organisme destinataire.
trouble-value = La valeur est un nombre, ou deux séparés par un point-virgule.
trouble-confidence = La confiance est un nombre de 0 à 100.
trouble-split = Allez à la ligne à l’endroit de la coupure, sans changer les mots.
trouble-kind = Choisissez la nature du document.
trouble-nothing-to-merge = Il n’y a plus, après, de constat en attente de la même catégorie à fusionner.
trouble-nothing-sent = Choisissez un fichier ou collez le texte.
trouble-wrong-password = Le nom d’utilisateur ou le mot de passe est incorrect.
trouble-weak-password = Le mot de passe doit compter au moins { $shown } caractères. Utilisez une longue phrase difficile à deviner.
trouble-login-taken = Ce nom d’utilisateur est déjà pris.
trouble-wrong-token = Le code d’installation est faux ou déjà utilisé. Demandez-en un nouveau au programme.
trouble-passwords-differ = Les deux mots de passe diffèrent.
problem-home = Aller à la vue d’ensemble
problem-sign-in = Connectez-vous d’abord
problem-sign-in-advice = Cette page est réservée aux personnes connectées.
problem-not-found = Introuvable
problem-not-found-advice = Cette page ou fiche n’existe pas, ou n’existait pas encore au jour affiché. Vérifiez l’adresse ou revenez à aujourd’hui.
problem-forbidden = Vous n’avez pas ce droit
problem-forbidden-advice = Votre rôle ne le permet pas. Adressez-vous à un agent ou à l’administrateur.
problem-forged = Le formulaire a expiré
problem-forged-advice = Votre session est terminée, ou le formulaire ne vient pas de ce site. Rien n’a été modifié. Revenez en arrière, rechargez la page et renvoyez-le.
problem-method = Impossible de cette façon
problem-method-advice = Cette adresse n’accepte pas une telle demande. Utilisez les boutons de la page.
problem-stale = Quelqu’un a modifié cette fiche entre-temps
problem-stale-advice = Rien n’a été enregistré. Revenez en arrière, rechargez la page et réessayez.
problem-too-large = Trop volumineux
problem-too-large-advice = Le fichier ou le formulaire dépasse la taille permise (50 Mo pour un document). Divisez-le et renvoyez-le.
problem-malformed = La demande n’est pas comprise
problem-malformed-advice = La demande est incomplète. Revenez en arrière, rechargez la page et réessayez.
problem-refused = Refusé
problem-throttled = Trop de tentatives
problem-throttled-advice =
    { $count ->
        [one] Attendez { $shown } seconde, puis réessayez.
       *[other] Attendez { $shown } secondes, puis réessayez.
    }
problem-internal = Une erreur s’est produite de notre côté
problem-internal-advice = L’erreur est consignée. Ce qui était enregistré est intact. Réessayez dans quelques minutes ; si cela se reproduit, prévenez l’administrateur.

## Refus

refusal-not-permitted = Votre rôle ne le permet pas ; adressez-vous à un agent ou à l’administrateur.
refusal-exists = Cette fiche existe déjà.
refusal-unknown = Cette fiche n’existe pas.
refusal-empty = Remplissez « { $field } ».
refusal-out-of-range = « { $field } » doit être compris entre { $low } et { $high }.
refusal-classified = Un document classifié ne peut être conservé ici ; enregistrez-le ailleurs, sans son texte, selon les règles.
refusal-closed = La tâche est close ; rouvrez-la d’abord.
refusal-open = La tâche est ouverte.
refusal-not-later = La prorogation doit être postérieure à l’échéance actuelle ({ $present }).
refusal-in-future = Le { $day } n’est pas encore arrivé.
refusal-too-early = Le { $day } est antérieur au { $first }.
refusal-finding-decided = Ce constat est déjà tranché ; annulez d’abord.
refusal-nothing-to-undo = Il n’y a rien à annuler ici.
refusal-outside-text = Ces mots ne figurent pas dans ce texte. Copiez-les exactement.
refusal-different-kinds = Seuls des constats de même nature peuvent être fusionnés.
refusal-dissolved = L’organisme a été dissous le { $on }.
refusal-itself = Il ne peut être fusionné avec lui-même.
refusal-last-administrator = Il doit rester au moins un administrateur.
refusal-no-change = Rien ne changerait.
refusal-has-text = Un acte dont le texte est présent reste au registre.
refusal-last-wording = Ce sont les seuls termes sur lesquels il repose ; retirez-le plutôt.
