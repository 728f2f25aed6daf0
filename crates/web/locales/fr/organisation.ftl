### Organismes

organisations-title = Organismes
organisation-count =
    { $count ->
        [one] { $shown } organisme
       *[other] { $shown } organismes
    }
organisation-aliases = Autres noms
organisation-level = Niveau
organisation-level-party-central = Parti, national
organisation-level-state-central = État, national
organisation-level-government = Gouvernement
organisation-level-ministry = Ministère
organisation-level-city-party = Parti, ville
organisation-level-city = Ville
organisation-level-department = Service de la ville
organisation-level-district = District
organisation-level-commune = Commune ou quartier
organisation-level-enterprise = Entreprise
organisation-level-other = Autre
organisation-founded = Depuis
organisation-ended = jusqu’au { $day }
organisation-successors = Successeurs
organisation-tasks = Tâches de
organisation-tasks-short = Voir
event-organisation-founded = Enregistré : { $name }
event-organisation-renamed = Renommé { $name } à partir du { $on }
event-organisation-names-corrected = Nom corrigé : { $name }
event-organisation-merged = Fusionné à partir du { $on }. Fondement : { $basis }
event-organisation-split = Divisé en { $shown } organismes
event-organisation-withdrawn = Retiré du registre : { $reason }
event-organisation-restored = Remis au registre
