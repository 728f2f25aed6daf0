### Cibles

targets-title = Cibles
target-title = Cible : { $indicator }
targets-none = Aucune cible ne correspond au filtre.
targets-by-status = Filtrer par état
target-count =
    { $count ->
        [one] { $shown } cible
       *[other] { $shown } cibles
    }
target-number = N°
target-set-by = Fixée par
target-no-value = aucune valeur connue
target-range = de { $from } à { $until }
target-at-least = au moins { $number }
target-at-most = au plus { $number }
target-with-unit = { $value } { $unit }
target-statuses = États successifs
target-statuses-none = Aucun état enregistré.
target-record = Enregistrer l’état
target-record-button = Enregistrer
status-met = Atteinte
status-on_path = En bonne voie
status-challenged = En difficulté
status-missed = Manquée
status-none = Inconnu
comparator-at-least = au moins
comparator-at-most = au plus
comparator-equal = égal à
comparator-range = entre
notice-target-status = L’état est enregistré.
event-target-set = Cible fixée
event-target-corrected = Définition corrigée
event-target-status = Le { $on } : { $status }. Source : { $source }
