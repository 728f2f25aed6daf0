### Le cadre des pages

brand = Haidang
skip = Aller au contenu principal
nav-label = Rubriques
nav-overview = Vue d’ensemble
nav-instruments = Actes
nav-tasks = Tâches
nav-targets = Cibles
nav-projects = Projets
nav-recommendations = Recommandations
nav-organisations = Organismes
language-label = Langue
language-vi = Vietnamien
language-en = Anglais
language-fr = Français
as-at-label = Situation au
as-at-button = Afficher
as-at-today = Revenir à aujourd’hui
past-label = Un jour passé est affiché
past-banner = Cette page montre la situation au { $day }, telle qu’enregistrée à la fin de cette journée. Pour modifier, revenez à aujourd’hui.
demo-label = Démonstration
demo-notice = Ceci est une démonstration : tous partagent un même compte d’agent et les données peuvent être effacées à tout moment. N’y déposez ni document classifié ni donnée personnelle.
foot-data = Données :
foot-program = Haidang – suivi des résolutions, directives et plans jusqu’au bout
title-error = Erreur : { $title }
none = Aucun
not-known = Inconnu
one-per-line = (un par ligne)
withdrawn = Retiré

## Recherche

search-title = Recherche
search-label = Rechercher partout
search-placeholder = Numéro, mots, organisme…
search-button = Rechercher
search-hint = Les accents et les tons peuvent être omis.
search-count =
    { $count ->
        [0] Aucun résultat. Essayez avec moins de mots.
        [one] { $shown } résultat
       *[other] { $shown } résultats
    }

## Listes : filtres, pages

filter-label = Filtre
filter-words = Mots-clés
filter-all = Tous
filter-due-from = Échéance à partir du
filter-due-until = Échéance jusqu’au
filter-unassigned = Sans chef de file
filter-never-reported = Sans aucun rapport
filter-withdrawn = Y compris retirés
filter-pending = Seulement ceux à examiner
filter-year = Année d’adoption
filter-button = Filtrer
filter-clear = Effacer le filtre
pager-label = Pages
pager-summary = { $total }, page { $page } sur { $last }
pager-previous = Page précédente
pager-next = Page suivante

## Jours et nombres

date-full = { $day } { $monthName } { $year }
date-first = 1er
date-moment = { $date } à { $time }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
number-percent = { $number } %
deadline-none = Sans échéance
deadline-month = { $monthName } { $year }
deadline-quarter =
    { $quarter ->
        [I] 1er trimestre { $year }
       *[other] { $number }e trimestre { $year }
    }
deadline-year = { $year }
deadline-years = { $from }–{ $until }
deadline-span = { $from } – { $until }
deadline-last-day = jusqu’au { $day }
deadline-hint = Par exemple : 31/12/2026, 12/2026, T4 2026, T4 2025 - T2 2026, 2026, 2026-2030, mensuel
recurrence-daily = chaque jour
recurrence-weekly = chaque semaine
recurrence-monthly = chaque mois
recurrence-quarterly = chaque trimestre
recurrence-yearly = chaque année

## Noms des champs

field-about = Au sujet de l’acte
field-again = Mot de passe, encore une fois
field-authority = Fondement
field-capital = Financement
field-category = Catégorie
field-changed = Modifié
field-classification = Classification
field-comparator = Comparaison
field-completed_on = Fait le
field-coordinating = Organismes associés
field-date = Date d’adoption
field-deadline = Échéance
field-deadline_words = Échéance imprimée
field-deliverable = Livrable
field-due = Dernier jour
field-effective_on = Prend effet le
field-extensions = Prorogations
field-from = De la part de
field-id = Identifiant
field-indicator = Indicateur
field-instrument = Acte
field-issued_on = Date d’adoption
field-issuer = Adopté par
field-kind = Nature
field-lead = Chef de file
field-location = Lieu
field-login = Nom d’utilisateur
field-name = Nom
field-note = Preuve, note
field-on = Jour
field-organisation = Organisme
field-owner = Maître d’ouvrage
field-password = Mot de passe
field-percent = Pourcentage réalisé
field-period = Période
field-person = Nom et prénom
field-progress = Avancement
field-reason = Motif
field-role = Rôle
field-source = Source
field-stage = Étape
field-standing = Situation
field-statement = Tâche
field-status = État
field-findings = Constats
field-into = Successeur
field-language = Langue
field-relation = Lien
field-relation_words = Mots du lien
field-symbol = Numéro
field-text = Rapport
field-title = Intitulé
field-title-en = Intitulé (anglais)
field-title-fr = Intitulé (français)
field-title-in = Intitulé ({ $language })
field-title-vi = Intitulé (vietnamien)
field-to = Destinataire
field-token = Code d’installation
field-unit = Unité
field-value = Valeur
field-words = Mots du texte
classification-public = Public
classification-internal = Interne
classification-confidential = Confidentiel
classification-secret = Secret
classification-top_secret = Très secret
noun-account = Compte
noun-instrument = Acte
noun-organisation = Organisme
noun-project = Projet
noun-recommendation = Recommandation
noun-target = Cible
noun-task = Tâche

## Modifier une fiche

acts-title = Actions
change-basis = Fondement et date d’effet (facultatif)
change-authority-hint = L’acte, le procès-verbal ou l’instruction qui le fonde.
change-effective-hint = Laisser vide pour aujourd’hui.
source-hint = Le document, rapport ou jeu de données qui l’indique.
withdraw-title = Retirer du programme
withdraw-button = Retirer
restore-title = Remettre dans le programme
restore-button = Remettre
notice-withdrawn = Retiré du programme.
notice-restored = Remis dans le programme.
event-withdrawn = Retiré : { $reason }
event-restored = Remis
history-title = Historique
history-none = Aucun changement enregistré.
history-effective = prend effet le
history-authority = fondé sur
chain-title = Origine
chain-place = Voir à sa place dans le texte
chain-none = Ne repose sur les mots d’aucun document ici.

## Un formulaire arrivé trop tard

stale-title = Quelqu’un a modifié cette fiche entre-temps
stale-advice = Votre saisie n’a pas été enregistrée, mais rien n’en est perdu. Comparez-la avec la situation actuelle, puis décidez.
stale-caption = Votre saisie et la situation actuelle
stale-field = Champ
stale-typed = Votre saisie
stale-now = Actuellement
stale-difference = Comparaison
stale-same = Identique
stale-differs = Différent
stale-apply = Appliquer quand même ma saisie
stale-leave = Laisser la situation actuelle
