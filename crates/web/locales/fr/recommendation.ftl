### Recommandations

recommendations-title = Recommandations
recommendation-title = Recommandation : { $statement }
recommendations-none = Aucune recommandation ne correspond au filtre.
recommendation-count =
    { $count ->
        [one] { $shown } recommandation
       *[other] { $shown } recommandations
    }
recommendation-statement = Ce qui est demandé
recommendation-answer = Réponse
recommendation-no-answer = Pas encore de réponse.
recommendation-answered = Répondu
recommendation-waiting = En attente de réponse
recommendation-overdue = Réponse en retard
recommendation-filter-answered = Répondues
recommendation-filter-waiting = Sans réponse
recommendation-forwarded-to = Transmise à
recommendation-not-forwarded = Pas encore transmise.
recommendation-forward = Transmettre
recommendation-forward-button = Enregistrer la transmission
recommendation-give-answer = Saisir la réponse
recommendation-answer-text = Contenu de la réponse
recommendation-answer-button = Enregistrer la réponse
notice-recommendation-forwarded = La transmission est enregistrée.
notice-recommendation-answered = La réponse est enregistrée.
event-recommendation-made = Inscrite au registre
event-recommendation-forwarded = Transmise à { $to } le { $on }
event-recommendation-answered = Réponse du { $on } : { $text }
