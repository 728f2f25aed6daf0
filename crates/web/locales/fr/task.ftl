### Tâches

tasks-title = Tâches
task-title = Tâche : { $statement }
tasks-none = Aucune tâche ne correspond au filtre.
tasks-csv = Télécharger en tableau (CSV)
tasks-by-standing = Filtrer par situation
task-count =
    { $count ->
        [one] { $shown } tâche
       *[other] { $shown } tâches
    }
task-unassigned = Non attribuée
task-with = avec
task-extensions =
    { $count ->
        [one] prorogée une fois
       *[other] prorogée { $shown } fois
    }
task-overdue-days =
    { $count ->
        [one] échue depuis { $shown } jour
       *[other] échue depuis { $shown } jours
    }
task-last-report = Dernier rapport
task-no-report = Aucun rapport pour l’instant.
task-report = Rendre compte
task-report-hint = Ce qui est fait, et ce qui fait obstacle.
task-report-button = Envoyer le rapport
task-complete = Déclarer achevée
task-complete-hint = Le document ou le résultat qui le montre.
task-complete-button = Déclarer achevée
task-assign = Attribuer
task-assign-hint = Un organisme par champ. Les champs vides sont ignorés.
task-assign-button = Attribuer
task-deadline = Fixer l’échéance
task-deadline-button = Fixer l’échéance
task-extend = Proroger
task-new-deadline = Nouvelle échéance
task-extend-button = Proroger
task-correct = Corriger le texte
task-correct-hint = Seulement en cas d’erreur ; la phrase du document reste inchangée.
task-correct-button = Enregistrer la correction
task-reopen = Rouvrir
task-reopen-button = Rouvrir
standing-on_time = Achevée à temps
standing-late = Achevée en retard
standing-in_term = Dans les délais
standing-overdue = Échue
progress-not_started = Non commencée
progress-on_path = En bonne voie
progress-behind = En retard
progress-blocked = Bloquée
progress-never = Jamais de rapport
notice-task-reported = Le rapport est enregistré.
notice-task-completed = La tâche est enregistrée comme achevée.
notice-task-assigned = La tâche est attribuée.
notice-task-deadline = L’échéance est fixée.
notice-task-extended = La prorogation est enregistrée.
notice-task-corrected = Le texte est corrigé.
notice-task-reopened = La tâche est rouverte.
event-task-created = Inscrite au programme
event-task-assigned = Attribuée à { $lead }
event-task-assigned-with = Attribuée à { $lead }, avec { $coordinating }
event-task-deadline-set = Échéance fixée : { $deadline }
event-task-extended = Prorogée : { $deadline }. Motif : { $reason }
event-task-reported = Rapport : { $progress }. { $text }
event-task-completed = Achevée le { $on }. { $note }
event-task-reopened = Rouverte : { $reason }
event-task-statement-corrected = Texte corrigé : { $statement }
