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
overview-requests =
    { $count ->
        [0] Aucune recommandation en attente de réponse
        [one] { $shown } recommandation en attente de réponse
       *[other] { $shown } recommandations en attente de réponse
    }
overview-decisions = À décider
overview-decisions-none = Rien à décider.
overview-changes-none = Aucun changement.
overview-agencies = Chefs de file
overview-agencies-none = Aucune tâche attribuée.
overview-agencies-note = Réalisation et mise à jour sont deux nombres distincts : un organisme peut bien agir sans rendre compte, et inversement.
overview-delivery = Réalisé
overview-overdue = Échues
overview-updating = À jour
overview-no-tasks = –
overview-reviews = À examiner
overview-reviews-none = Aucun document à examiner.
