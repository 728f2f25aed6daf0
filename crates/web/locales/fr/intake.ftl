### Documents remis

intake-title = Fichiers envoyés : { $moment }
intake-label = Fichiers envoyés
intake-progress = { $done } fichiers lus sur { $total }
intake-by = Envoyés par { $name }.
intake-left = Les fichiers sont lus l’un après l’autre ; les copies numérisées sont reconnues à part et ne font attendre personne. Vous pouvez quitter cette page : la lecture continue.
intake-over = La lecture est terminée.
intake-failed =
    { $count ->
        [one] { $shown } fichier n’a pas pu être lu
       *[other] { $shown } fichiers n’ont pas pu être lus
    }
intake-file = Fichier
intake-size = Taille
intake-state = État
intake-state-waiting = En attente
intake-state-reading = En cours de lecture
intake-state-done = Lu
intake-state-failed = Non lu
intake-state-cancelled = Retiré
intake-scan-waiting = Copie numérisée, en attente
intake-scan-reading = Reconnaissance du texte en cours
intake-pasted = Texte collé
intake-tasks =
    { $count ->
        [one] { $shown } tâche
       *[other] { $shown } tâches
    }
intake-targets =
    { $count ->
        [one] { $shown } cible
       *[other] { $shown } cibles
    }
intake-projects =
    { $count ->
        [one] { $shown } projet
       *[other] { $shown } projets
    }
intake-proposals =
    { $count ->
        [one] { $shown } recommandation
       *[other] { $shown } recommandations
    }
intake-citations =
    { $count ->
        [one] { $shown } renvoi
       *[other] { $shown } renvois
    }
intake-nothing = Rien n’a été trouvé
intake-repeated = Ce document est déjà enregistré ; il n’a pas été ajouté de nouveau.
intake-review = Examiner
intake-open = Ouvrir l’acte
intake-retry = Relire
intake-retry-all = Relire ce qui n’a pas pu être lu
intake-cancel = Retirer
intake-cancel-all = Retirer les fichiers en attente
intake-forget = Ôter de la liste
intake-more = Envoyer d’autres fichiers
intake-latest = Envois récents
notice-intake-forgotten = Il ne reste aucun fichier dans cette liste.
size-kilobytes = { $number } ko
size-megabytes = { $number } Mo
