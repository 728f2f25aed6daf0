### Vue d’ensemble

overview-title = Vue d’ensemble
overview-compare = Comparé au
overview-compare-button = Comparer
overview-since = Changements depuis le { $day }
overview-disbursement = Décaissement
overview-no-data = Pas encore de données
overview-disbursement-note = Les plans de financement et paiements ne sont pas encore enregistrés ici.
overview-reporting = Discipline des rapports
overview-reported = { $reported } tâches ouvertes sur { $open } ont un rapport
overview-never =
    { $count ->
        [one] { $shown } tâche sans aucun rapport
       *[other] { $shown } tâches sans aucun rapport
    }
overview-decisions = À décider
overview-decisions-none = Rien à décider.
overview-changes-none = Aucun changement.
overview-agencies = Chefs de file
overview-agencies-none = Aucune tâche attribuée.
overview-agencies-note = Réalisation et mise à jour sont deux nombres distincts : un organisme peut bien agir sans rendre compte, et inversement.
overview-delivery = Réalisé
overview-updating = À jour
overview-no-tasks = –
overview-reviews = À vérifier
overview-reviews-none = Aucun document à vérifier.
