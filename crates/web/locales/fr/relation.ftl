### Relations, versions, graphe, couverture

## Relations

relations-out = Cet acte
relations-in = Mentionné dans
relation-in-cites = est cité dans
relation-in-based_on = sert de base à
relation-in-implements = est mis en œuvre par
relation-in-continues = est poursuivi par
relation-in-reviews = est évalué dans
relation-in-amends = est modifié par
relation-in-replaces = est remplacé par
relation-in-repeals = est abrogé par
relation-in-assigns_review = est soumis à évaluation dans
relation-add = Ajouter une relation
relation-find = Chercher l’autre acte
relation-find-hint = Numéro et sigle ou intitulé, par exemple 45-NQ/TW
relation-find-button = Chercher
relation-find-none = Aucun autre acte trouvé. Essayez le numéro et le sigle.
relation-other = L’autre acte
relation-kind = Cet acte … l’autre
relation-version_of = est une version de
relation-source = Source ou termes
relation-add-button = Enregistrer la relation
relation-withdraw = Retirer cette relation
relation-withdraw-button = Retirer
relation-unclear = Citations pouvant désigner plusieurs actes
relation-unclear-hint = Plusieurs actes portent ce numéro ; indiquez lequel est visé.
relation-unclear-choose = Choisir
notice-relation-recorded = La relation a été enregistrée.
notice-relation-withdrawn = La relation a été retirée.
trouble-other = Choisissez l’autre acte et la relation.

## Connu par citation

instrument-stub = Pas encore de texte
instrument-stub-lead = Cet acte n’est connu que par citation ou par des données. Lorsque son texte sera déposé, il sera reconnu.
instrument-text-in-versions = Cette fiche n’a pas de texte propre ; son contenu est connu par les versions ci-dessous.
instrument-withdrawn = N’est plus cité par aucun acte
filter-cited-only = Seulement ceux sans texte
filter-conflicts = Seulement ceux dont les sources diffèrent

## Sources divergentes

conflict-title = Les sources divergent
conflict-lead = Toutes sont conservées ; aucune n’est retenue d’office. Vérifiez l’original.
conflict-date = Date : { $value }
conflict-issuer = Émetteur : { $value }
conflict-by-record = la fiche
conflict-by-version = version { $name }
conflict-by-citation = citation dans { $name }
conflict-tag = sources divergentes

## Versions

versions-title = Versions
versions-none = Il n’y a pas encore de version.
versions-report = article de presse
versions-compare = Versions côte à côte
version-tag = version
version-of = C’est une version de
version-part = Ce n’est pas une version de cet acte
version-part-button = Séparer
version-join-button = Oui, réunir
version-refuse-button = Non
version-proposed = Versions possibles
version-proposed-lead = Simple proposition ; vous décidez.
version-look = Chercher d’autres versions enregistrées
version-look-none = Aucun autre document ne semble être une version.
download-label = Télécharger la version affichée :
download-text = Texte (.txt)
download-json = Lecture (JSON)
download-akn = Akoma Ntoso (XML)
download-annotations = Web Annotation (JSON-LD)
likely-version = le même acte
likely-press_report = article sur l’acte
likely-reasons = Motifs : { $reasons } ({ $score })
reason-symbol = numéro et sigle
reason-about = porte sur le même numéro
reason-date = date
reason-issuer = émetteur
reason-kind = nature
reason-sentences = phrases correspondantes
reason-citations = mêmes citations
reason-differences = chiffres et dates concordants
notice-version-joined = La version a été réunie.
notice-version-refused = Noté : ce n’est pas une version.
notice-version-parted = La version a été séparée.

## Côte à côte

compare-title = Versions côte à côte : { $name }
compare-left = Gauche
compare-right = Droite
compare-button = Comparer
compare-need-two = Il faut deux versions pour comparer.
compare-summary = { $pairs } paires de phrases ; { $left } seulement à gauche ; { $right } seulement à droite
compare-differences = Nombres, dates, sigles et noms divergents
compare-differences-none = Aucun nombre, date, sigle ou nom ne diffère dans les phrases correspondantes.
compare-sentences = Phrase par phrase
compare-only-left = seulement à gauche
compare-only-right = seulement à droite
compare-unsure = incertain
compare-nothing = non indiqué
compare-place = Vers la phrase { $number }
difference-number = Nombre
difference-date = Date
difference-symbol = Sigle
difference-name = Nom
difference-kind = Nature
wordings-title = Formulations dans d’autres versions

## Graphe

graph-title = Graphe des actes
graph-link = Graphe des relations
graph-lead = Chaque rangée est un niveau, par date. Cadre en tirets : acte sans texte.
graph-none = Il n’y a pas encore de relations. Confirmez des citations ou ajoutez-les sur la page d’un acte.
graph-whole = Le graphe entier
graph-depth = Pas
graph-too-many = Seuls les { $shown } actes les plus liés sont dessinés ; le tableau est complet.
graph-legend = Légende
graph-table = Tableau des relations
graph-from = Acte
graph-relation = Relation
graph-to = Avec l’acte
graph-focus-on = Mettre au centre
graph-undated = sans date
relation-count =
    { $count ->
        [one] { $shown } relation
       *[other] { $shown } relations
    }
level-party = Parti (centre)
level-assembly = Assemblée nationale
level-government = Gouvernement, Premier ministre
level-ministry = Ministères
level-local-party = Parti (local)
level-council = Conseil populaire
level-committee = Comité populaire, services
level-press = Presse
level-other = Autres

## Matrice de couverture

coverage-title = Couverture : { $higher }
coverage-link = Matrice de couverture
coverage-lead = Chaque ligne est une clause de l’acte supérieur, avec ce par quoi l’acte inférieur peut y répondre.
coverage-by = Acte inférieur
coverage-choose = Choisissez l’acte inférieur.
coverage-no-lower = Aucun autre acte n’a de texte à comparer.
coverage-no-text = Cet acte n’a pas encore de texte à comparer.
coverage-none = Aucune clause trouvée dans l’acte supérieur.
coverage-button = Comparer
coverage-clauses =
    { $count ->
        [one] { $shown } clause
       *[other] { $shown } clauses
    }
coverage-confirmed = { $shown } confirmées
coverage-proposed = { $shown } avec proposition
coverage-open =
    { $count ->
        [one] { $shown } clause sans tâche
       *[other] { $shown } clauses sans tâche
    }
coverage-open-only = Seulement les clauses sans tâche
coverage-csv = Télécharger le tableau (CSV)
coverage-clause = Clause supérieure
coverage-answer = Réponse inférieure
coverage-similarity = Ressemblance
coverage-judged = Avis
coverage-nothing = Aucune tâche n’y répond
coverage-confirm = Répond
coverage-refuse = Ne répond pas
coverage-undo = Annuler
judged-yes = Confirmé
judged-no = Refusé
judged-none = Proposé, sans avis
notice-coverage-judged = L’avis a été enregistré.

## Historique

event-instrument-citation-resolved = Relation tirée d’une citation : { $relation } ({ $words })
event-instrument-relation-withdrawn = Relation retirée, { $relation } : { $reason }
event-instrument-version-stated = Ce qu’une version dit de l’acte a été noté
event-instrument-joined = Réuni à un autre acte comme version
event-instrument-join-refused = Déclaré n’être pas une version de l’acte proposé
event-instrument-parted = Séparé de l’acte auquel il était réuni : { $reason }
event-instrument-coverage-confirmed = Une clause confirmée comme couverte
event-instrument-coverage-refused = Une réponse proposée refusée
event-instrument-coverage-undone = Un avis sur une clause annulé
event-instrument-withdrawn = Retiré du registre : { $reason }
event-instrument-restored = Remis au registre
event-wording-added = Formulation d’une autre version ajoutée : { $quote }
event-wording-removed = Formulation d’une version retirée
