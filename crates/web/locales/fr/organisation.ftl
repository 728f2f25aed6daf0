### Organismes

organisations-title = Organismes
organisation-count =
    { $count ->
        [one] { $shown } organisme
       *[other] { $shown } organismes
    }
organisation-aliases = Autres noms
organisation-level = Niveau
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
