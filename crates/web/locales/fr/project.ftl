### Projets

projects-title = Projets
project-title = Projet : { $name }
projects-none = Aucun projet ne correspond au filtre.
project-count =
    { $count ->
        [one] { $shown } projet
       *[other] { $shown } projets
    }
project-location = { $latitude }° N, { $longitude }° E
project-location-about = environ { $latitude }° N, { $longitude }° E (centre de la commune, non le lieu exact)
project-stages = Étapes atteintes
project-stages-none = Aucune étape enregistrée.
project-record = Enregistrer une étape
project-record-button = Enregistrer
stage-idea = Idée
stage-preparation = En préparation
stage-approved = Approuvé
stage-under_construction = En construction
stage-completed = Achevé
stage-unknown = Inconnu
project-kind-industrial_park = Parc industriel
project-kind-industrial_cluster = Grappe industrielle
project-kind-road = Route
project-kind-bridge = Pont
project-kind-railway = Chemin de fer
project-kind-airport = Aéroport
project-kind-port = Port
project-kind-tourism = Tourisme
project-kind-energy = Énergie
project-kind-water = Eau
project-kind-housing = Logement
project-kind-urban = Développement urbain
project-kind-economic_zone = Zone économique
project-kind-land_reclamation = Terre-plein gagné sur la mer
project-kind-health = Santé
project-kind-education = Éducation
project-kind-digital = Numérique
project-kind-other = Autre
notice-project-stage = L’étape est enregistrée.
event-project-listed = Inscrit à la liste
event-project-corrected = Description corrigée
event-project-stage = Le { $on } : { $stage }. Source : { $source }
