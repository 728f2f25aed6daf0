### Actes

instruments-title = Actes
instruments-none = Aucun acte ne correspond au filtre.
instrument-count =
    { $count ->
        [one] { $shown } acte
       *[other] { $shown } actes
    }
instrument-name = { $kind } { $symbol }
instrument-name-unknown = { $kind } (sans numéro)
instrument-name-title = { $name } : { $title }
instrument-versions = Versions
instrument-text = Texte
instrument-no-text = Le texte de cet acte n’est pas encore disponible.
instrument-findings = Constats
instrument-findings-none = Rien n’a été trouvé dans cette version.
jumps-label = Parties de cette page
instrument-accepted = Acceptés
instrument-relations = Liens avec d’autres actes
instrument-relations-none = Aucun lien enregistré.
finding-count =
    { $count ->
        [one] { $shown } constat
       *[other] { $shown } constats
    }
finding-label = { $category } : { $verdict }

## Un nouveau document

upload-title = Ajouter un document
upload-lead = Choisissez un ou plusieurs fichiers, ou collez le texte. Les tâches, cibles, projets, recommandations et renvois y sont lus ; vous les examinez ensuite un à un.
upload-language = Langue du document
upload-language-auto = Détection automatique
upload-file = Fichiers
upload-file-hint = PDF, Word (.docx), OpenDocument (.odt), RTF (.rtf), page web (.html), texte brut (.txt, .md), document numérisé (.pdf, .png, .jpg, .tif), ou archive .zip de tels fichiers. Jusqu’à 200 fichiers et 500 Mo à la fois, 50 Mo par document. Vous pouvez déposer les fichiers dans le cadre.
upload-paste = Ou collez le texte
upload-classified = N’introduisez pas de document classifié dans ce système.
upload-button = Ajouter et lire
upload-sending = Envoi des fichiers
notice-upload-read =
    { $count ->
        [0] Le document est ajouté ; rien n’y a été trouvé.
        [one] Le document est ajouté, avec { $shown } constat. Examinez-le.
       *[other] Le document est ajouté, avec { $shown } constats. Examinez-les.
    }
notice-upload-repeated = Ce document était déjà présent ; il n’a pas été ajouté de nouveau.
read-error-empty = Le document est vide. Choisissez-en un autre.
read-error-binary = Ce n’est pas un texte. Choisissez un fichier PDF, DOCX, ODT, RTF, HTML ou texte brut.
read-error-too-large = Le document est trop long pour être lu. Divisez-le.
read-error-unsupported-format = Ce format n’est pas lu. Enregistrez-le en DOCX, PDF ou texte brut, ou collez le texte dans le formulaire d’ajout.
read-error-unknown-encoding = Le codage de ce fichier n’est pas reconnu. Enregistrez-le en Unicode (UTF-8) et réessayez.
read-error-damaged = Le fichier est endommagé. Ouvrez-le dans son logiciel, enregistrez-le à nouveau et réessayez.
read-error-protected = Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe et réessayez.
read-error-scanned = Ce fichier ne contient que des images de ses pages, et leur texte n’a pu être reconnu ici. Demandez à l’administrateur d’installer tesseract avec ses données vietnamiennes et pdftoppm, ou faites d’abord reconnaître le texte (OCR), ou collez-le dans le formulaire d’ajout.
read-error-took-too-long = La lecture de ce fichier durait trop longtemps et a été arrêtée. Ouvrez-le dans son logiciel, enregistrez-le à nouveau ou divisez-le, puis réessayez.
read-error-took-too-much = La lecture de ce fichier demande plus de mémoire qu’il ne lui en est accordé. Ouvrez-le dans son logiciel, enregistrez-le à nouveau ou divisez-le, puis réessayez.
read-error-broke-off = La lecture de ce fichier s’est interrompue ; rien d’autre n’a été touché. Ouvrez-le dans son logiciel et enregistrez-le à nouveau, ou collez son texte dans le formulaire d’ajout.
read-error-classified = Les documents classifiés ne sont pas conservés ici ; son contenu a été effacé. Enregistrez-le ailleurs sans son texte, comme le veulent les règles.
read-error-not-permitted = Le compte qui a envoyé ce fichier ne peut plus ajouter de documents. Envoyez-le avec un autre compte.
read-error-broken = Une erreur s’est produite avec ce fichier. Relisez-le ; si elle se répète, prévenez l’administrateur.
read-error-batch-full = Cet envoi comptait déjà 200 fichiers ou 500 Mo ; ce fichier n’a pas été pris. Envoyez-le la prochaine fois.
read-error-archive-damaged = L’archive est endommagée. Refaites-la, ou envoyez les fichiers un à un.
read-error-archive-locked = L’archive est protégée par un mot de passe. Décompressez-la et envoyez les fichiers un à un.
read-error-archive-empty = L’archive ne contient aucun document.
kind-law = Loi
kind-decree = Décret
kind-resolution = Résolution
kind-conclusion = Conclusion
kind-directive = Directive
kind-decision = Décision
kind-plan = Plan
kind-action_programme = Programme d’action
kind-circular = Circulaire
kind-notice = Avis
kind-dispatch = Dépêche
kind-report = Rapport
kind-news = Article de presse
kind-other = Autre document
relation-cites = cite
relation-based_on = se fonde sur
relation-implements = met en œuvre
relation-continues = poursuit
relation-reviews = dresse le bilan de
relation-amends = modifie
relation-replaces = remplace
relation-repeals = abroge
relation-assigns_review = confie le bilan de
event-instrument-registered = Enregistré
event-instrument-details-corrected = Données corrigées
event-instrument-language-corrected = Langue d’une version corrigée : { $language }
event-instrument-read-again = Relu : { $found } ; remplacés avant examen : { $replaced }
event-instrument-details-changed = Données corrigées – { $changes }
event-instrument-version-added = Version ajoutée : { $language } ({ $source })
event-instrument-read =
    { $count ->
        [one] Lu : { $shown } constat
       *[other] Lu : { $shown } constats
    }
event-instrument-remarked =
    { $count ->
        [one] { $shown } point de la lecture à vérifier
       *[other] { $shown } points de la lecture à vérifier
    }
event-instrument-finding-added = Constat ajouté : { $quote }
event-instrument-finding-edited = Constat modifié : { $quote }
event-instrument-finding-split =
    { $count ->
        [one] Un constat divisé en { $shown }
       *[other] Un constat divisé en { $shown }
    }
event-instrument-findings-merged =
    { $count ->
        [one] { $shown } constat fusionné
       *[other] { $shown } constats fusionnés en un
    }
event-instrument-finding-accepted = Un constat accepté
event-instrument-finding-rejected = Un constat rejeté
event-instrument-finding-restored = Une décision d’examen annulée
event-instrument-related = Lien enregistré : { $relation }

## Correction des données

details-correct = Corriger ces données
details-correct-hint = Ce qui a été lu dans le texte est gardé et affiché à côté ; chaque correction figure dans l’historique.
details-read = Dans le texte :
details-about-hint = Pour un article de presse : le numéro de l’acte dont il parle, par exemple 45-NQ/TW.
details-language = Langue de la version affichée
details-language-hint = Dans une autre langue, le texte est relu : les constats non examinés sont remplacés, ceux qui ont été examinés restent.
details-correct-button = Enregistrer les données
details-undo-button = Annuler la dernière correction
notice-details-corrected = Les données ont été corrigées.
notice-details-undone = La dernière correction a été annulée.
notice-read-again =
    { $count ->
        [0] La langue a été corrigée et le texte relu ; rien de nouveau n’a été trouvé. Ce qui a été examiné reste.
        [one] La langue a été corrigée et le texte relu : { $shown } nouveau constat à examiner. Ce qui a été examiné reste.
       *[other] La langue a été corrigée et le texte relu : { $shown } nouveaux constats à examiner. Ce qui a été examiné reste.
    }
