//! French orders, duties and acts in invented sentences: found with their bodies, and left alone.

use crate::{Language, read_text};

/// The tasks of a communiqué: words and bodies in charge.
fn communique(sentences: &str) -> Vec<(String, Vec<String>)> {
    tasks(&format!("Conseil des ministres du 6 mai 2031\n\nLe Conseil s’est réuni.\n\n{sentences}\n"))
}

fn tasks(text: &str) -> Vec<(String, Vec<String>)> {
    let tasks = read_text(text, Some(Language::Fr)).tasks;
    tasks.into_iter().map(|task| (task.span.quote.replace('\n', " "), task.lead)).collect()
}

fn leads(sentence: &str) -> Option<Vec<String>> {
    communique(sentence).into_iter().next().map(|(_, lead)| lead)
}

#[test]
fn orders_with_whom_they_are_given_to() {
    let table: [(&str, &[&str]); 21] = [
        ("Il a mis en exergue la nécessité de publier le registre.", &[]),
        ("Il a jugé indispensable de publier le registre.", &[]),
        (
            "Il a rappelé l’urgence de publier le registre, en engageant le Ministre des Bacs à y veiller.",
            &["Ministre des Bacs"],
        ),
        (
            "Il a demandé aux Ministres en charge des Bacs, de la Pêche et de l’Eau et au Secrétaire d’Etat à l’Eau et au \
             Logement de publier.",
            &[
                "Ministre en charge des Bacs",
                "Ministre en charge de la Pêche",
                "Ministre en charge de l’Eau",
                "Secrétaire d’Etat à l’Eau et au Logement",
            ],
        ),
        ("Il a demandé au Ministre des Bacs de publier le registre.", &["Ministre des Bacs"]),
        ("Il a invité, à ce titre, le Gouvernement à publier le registre.", &["Gouvernement"]),
        ("Il a souligné sur ce point, l’urgence de publier le registre.", &[]),
        ("Il a relevé l’impérieuse nécessité de publier le registre.", &[]),
        (
            "Il a relevé la nécessité, pour les Ministres, chacun en ce qui le concerne, de publier.",
            &["Ministres"],
        ),
        ("Il a rappelé au Gouvernement l’impératif de publier le registre.", &["Gouvernement"]),
        (
            "Il a demandé au Gouvernement notamment au Ministre des Bacs de publier le registre.",
            &["Gouvernement", "Ministre des Bacs"],
        ),
        (
            "Il a demandé au Ministre de l’Economie, du Plan et de la Pêche, et aux autres Ministres concernés de publier.",
            &["Ministre de l’Economie, du Plan et de la Pêche", "autres Ministres concernés"],
        ),
        (
            "Il a demandé aux Ministres en charge de l’Eau, de la Pêche et de la Culture de publier le registre.",
            &[
                "Ministre en charge de l’Eau",
                "Ministre en charge de la Pêche",
                "Ministre en charge de la Culture",
            ],
        ),
        (
            "Il a demandé l’évaluation, sous l’égide du Ministre des Bacs, des coûts du registre.",
            &["Ministre des Bacs"],
        ),
        (
            "Il a salué ces efforts, en engageant le Ministre des Bacs à publier le registre.",
            &["Ministre des Bacs"],
        ),
        (
            "Il a saisi cette occasion pour demander au Gouvernement de publier le registre.",
            &["Gouvernement"],
        ),
        ("Il a recommandé que ce registre soit publié.", &[]),
        (
            "Le Conseil a instruit le Ministre des Bacs à l’effet de publier le registre.",
            &["Ministre des Bacs"],
        ),
        ("Le Comité a pour mission principale de publier le registre.", &["Comité"]),
        ("Il conviendra, dans ce cadre, de publier le registre des bacs.", &[]),
        (
            "Les services du port et les Forces de Secours et de Pilotage doivent être prévenus.",
            &["services du port", "Forces de Secours et de Pilotage"],
        ),
    ];
    for (sentence, expected) in table {
        assert_eq!(leads(sentence), Some(own(expected)), "{sentence}");
    }
}

fn own(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn a_need_without_addressee_has_nobody_in_charge() {
    let found = communique(
        "Il a demandé au Ministre des Bacs de publier. Il a souligné la nécessité de réviser le registre.",
    );
    let leads: Vec<usize> = found.iter().map(|(_, lead)| lead.len()).collect();
    assert_eq!(leads, [1, 0]);
}

#[test]
fn what_is_told_praised_or_planned_for_a_journey_is_no_task() {
    for sentence in [
        "Il a félicité le Ministre des Bacs pour la publication du registre.",
        "Il a informé les élus qu’il visitera, du 7 au 9 mai 2031, le Salon des bacs.",
        "Il a informé les élus de sa disponibilité à lire leurs notes.",
        "Il a mis l’accent sur la détermination des passeurs à garder leurs bacs.",
        "Il a rappelé aux passeurs l’importance qu’il donne au fleuve.",
        "Il a mis en exergue le taux de réalisation du registre.",
        "Il a jugé satisfaisante la tenue du registre par les services.",
        "Le temps requis pour approuver le registre est inférieur à cinq jours.",
        "En février 2031, le pays a fait une présentation du registre.",
        "Cette politique s’applique lorsqu’une initiative exige l’acquisition d’un bac.",
        "En relisant le registre, il convient, selon lui, de changer d’encre.",
        "Il a relevé l’engagement permanent du Gouvernement à améliorer le registre.",
        "Il a rappelé que le registre a été confié au Ministre des Bacs.",
        "Le Ministre des Bacs a fait une communication sur le registre.",
        "Le Chef de l’Etat ira au Salon des bacs en mai 2031.",
        "Il a indiqué que le fleuve doit rester l’affaire de chacun.",
        "Cet outil permettra de renforcer la culture des bacs.",
        "Le registre est utile parce que la technologie doit être comprise.",
        "Il a salué l’œuvre de Mayombe, dont les écrits doivent être lus.",
        "Il faut moins de trente minutes pour traverser le fleuve.",
        "Il s’est réjoui du succès du registre et a complimenté les passeurs.",
    ] {
        assert_eq!(communique(sentence), [], "{sentence}");
    }
}

/// The tasks of a policy or plan, each by its first words.
fn starts(text: &str) -> Vec<String> {
    tasks(text)
        .into_iter()
        .map(|(quote, _)| quote.split_whitespace().take(3).collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn policies_oblige_by_duty_future_and_imperative() {
    let text = "Politique des bacs\n\nRègles\n\n\
        MAYO doit publier le registre. En plus d’assurer la traversée, le service des bacs doit tenir un journal.\n\n\
        L’agence des bacs mettra en place un guichet. Elle maintiendra les listes.\n\n\
        Utilisez le registre commun. Veuillez vous référer à votre chef.\n\n\
        Il est demandé aux pilotes de signer la charte.\n\n\
        Toute externalisation d’un service des bacs doit être déclarée.\n";
    let found = tasks(text);
    let leads: Vec<Vec<String>> = found.iter().map(|(_, lead)| lead.clone()).collect();
    let expected: [&[&str]; 8] = [
        &["MAYO"],
        &["service des bacs"],
        &["agence des bacs"],
        &["agence des bacs"],
        &[],
        &[],
        &["pilotes"],
        &[],
    ];
    assert_eq!(leads, expected.map(own), "{found:?}");
}

#[test]
fn orders_of_offices_oblige_in_the_present_and_by_opening_a_list() {
    let text = "MINISTÈRE DES BACS\n\nARRÊTÉ N° 2031-214/MB du 12 mars 2031\n\nVu la Constitution ;\n\nARRÊTE :\n\n\
        Article premier : Il est créé un comité des bacs.\n\n\
        Article 2 : Le Comité transmet au ministre un rapport trimestriel. Il se réunit chaque mois.\n\n\
        Article 3 : Le Comité comprend dix membres.\n\n\
        3.1 Les gestionnaires doivent :\n\n3.1.1 tenir le registre des bacs;\n\n3.1.2 former les pilotes.\n";
    let leads: Vec<Vec<String>> = tasks(text).into_iter().map(|(_, lead)| lead).collect();
    let expected: [&[&str]; 4] = [&["Comité"], &["Comité"], &["gestionnaires"], &["gestionnaires"]];
    assert_eq!(leads, expected.map(own));
}

#[test]
fn items_of_web_pages_oblige_by_their_verb() {
    let text = "Guide des bacs\n\n## Liste de contrôle\n\n\
        * {: .etape-1 data-x=\"{{ a.b }}\"}Publier le registre que les pilotes doivent tenir.\n\
        * travaillez de façon ouverte avec les pilotes\n* Février et mars au fleuve\n";
    assert_eq!(starts(text), ["Publier le registre", "travaillez de façon"]);
}

#[test]
fn numbered_labels_call_tasks() {
    let text = "Plan\n\nAction 1.1 : Renouveler les bacs du fleuve\n\nPilote : ministère des Bacs\n\n\
        Échéance : fin 2032\n\nLe fleuve 1.1 : un récit\n";
    let tasks = read_text(text, Some(Language::Fr)).tasks;
    let found: Vec<_> = tasks.into_iter().map(|task| (task.span.quote, task.lead, task.deadline)).collect();
    let expected =
        ("Renouveler les bacs du fleuve".to_owned(), own(&["ministère des Bacs"]), Some("2032".to_owned()));
    assert_eq!(found, [expected]);
}

#[test]
fn measures_may_be_nouns_and_govern_details() {
    let text = "Plan\n\n## Mesures\n\n- Création d’un guichet des bacs\n- Mise en place du registre des pilotes\n\
        - Le fleuve et ses rives\n- Publier le registre des bacs du fleuve et de ses rives chaque année\n  - en couleur\n";
    assert_eq!(starts(text), ["Création d’un guichet", "Mise en place", "Publier le registre"]);
}

/// The tasks of an order: first words and bodies in charge.
fn order(articles: &str) -> Vec<(String, Vec<String>)> {
    let head =
        "MINISTÈRE DES BACS\n\nARRÊTÉ N° 2031-214/MB du 12 mars 2031\n\nVu la Constitution ;\n\nARRÊTE :\n\n";
    let found = tasks(&format!("{head}{articles}\n"));
    let short = |quote: String| quote.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    found.into_iter().map(|(quote, lead)| (short(quote), lead)).collect()
}

fn named(list: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    list.iter().map(|(quote, lead)| ((*quote).to_owned(), own(lead))).collect()
}

#[test]
fn articles_oblige_bodies_pronouns_and_agents() {
    let articles = "ARTICLE PREMIER. – Le Comité est chargé de :\n\n- coordonner les bacs ;\n\n- tenir le registre.\n\n\
        Article 2. – Il procède chaque année à un contrôle. A ce titre, il veille à la tenue du registre.\n\n\
        Article 3. – Les registres doivent être approuvés par le préfet avant le 30 juin 2031.\n\n\
        Article 4. – L’inspecteur des bacs s’assure de leur état. Chaque commune désigne un référent.\n\n\
        Article 5. – Les ministères et organismes font contrôler leurs bacs.\n\n\
        Article 6. – Le Directeur des Bacs est chargé de l’exécution du présent arrêté.\n";
    let expected: [(&str, &[&str]); 9] = [
        ("coordonner les bacs ;", &["Comité"]),
        ("tenir le registre.", &["Comité"]),
        ("Il procède chaque année", &[]),
        ("A ce titre, il", &[]),
        ("Les registres doivent être", &["préfet"]),
        ("L’inspecteur des bacs s’assure", &["inspecteur des bacs"]),
        ("Chaque commune désigne un", &["commune"]),
        ("Les ministères et organismes", &["ministères et organismes"]),
        ("Le Directeur des Bacs", &["Directeur des Bacs"]),
    ];
    assert_eq!(order(articles), named(&expected));
}

#[test]
fn what_articles_state_is_no_task() {
    let white = "Livre blanc des bacs\n\nLe service est responsable des quais.\n\nLa liberté comprend :\n\n- d’étudier les bacs\n\n\
        - de changer de quai\n";
    assert_eq!(tasks(white), []);
    assert_eq!(
        communique(
            "Le Chef de l’Etat rencontrera les pilotes des bacs. Le Premier Ministre va visiter le quai."
        ),
        []
    );
    assert_eq!(tasks("Livre blanc des bacs\n\nIl est essentiel de réviser le registre des bacs.\n"), []);
    assert_eq!(order("Article premier. – Il est essentiel de réviser le registre.").len(), 1);
    for article in [
        "Article premier. – Il est créé un comité des bacs.",
        "Article 2. – Le Comité se compose de dix membres.",
        "Article 3. – Les exploitants disposent de deux quais.",
        "Article 4. – L’autorisation peut être retirée par le préfet.",
        "Article 5. – Il comprend un président et un rapporteur.",
        "Article 6. – Le présent arrêté entre en vigueur le 1er mai 2031.",
        "Article 7. – Les bacs font l’objet d’un registre.",
        "Article 8. – Le Comité peut :\n\n- entendre les pilotes ;\n\n- visiter les bacs.",
    ] {
        assert_eq!(order(article), [], "{article}");
    }
}

#[test]
fn paragraphs_of_swiss_and_quebec_acts_oblige() {
    let swiss =
        "Art. 2 Obligations\n\n1 L’exploitant tient un carnet.\n2 Il annonce tout accident à l’office.\n";
    let expected: [(&str, &[&str]); 2] =
        [("L’exploitant tient un carnet.", &["exploitant"]), ("Il annonce tout accident", &["exploitant"])];
    assert_eq!(order(swiss), named(&expected));
    let quebec = "Directive concernant la tenue des registres\n\n3. Un organisme public doit :\n\n\
        1° désigner un responsable;\n2° transmettre un bilan.\n\n4. Il est situé au bord du fleuve.\n";
    let expected: [(&str, &[&str]); 2] = [
        ("désigner un responsable;", &["organisme public"]),
        ("transmettre un bilan.", &["organisme public"]),
    ];
    assert_eq!(tasks(quebec), named(&expected));
}

#[test]
fn letters_ask_politely_and_close_politely() {
    let letter = "Circulaire n° 12/2031\n\nObjet : tenue des registres\n\n\
        Je vous demande de me faire parvenir la liste des bacs. Il vous est demandé de le mettre à jour.\n\n\
        Les préfets voudront bien tenir informés les maires. Vous voudrez bien me signaler les difficultés.\n\n\
        L’inspection déclinera ces mesures. La saison des crues approche.\n\n\
        Vous organiserez les secours. Vous trouverez ci-joint une carte.\n\n\
        Veuillez agréer, Monsieur le Préfet, l’expression de ma considération.\n\n\
        Je vous prie d’agréer l’assurance de ma considération.\n";
    let found: Vec<Vec<String>> = tasks(letter).into_iter().map(|(_, lead)| lead).collect();
    let expected: [&[&str]; 6] = [&[], &[], &["préfets"], &[], &["inspection"], &[]];
    assert_eq!(found, expected.map(own));
}

#[test]
fn councils_decide_item_by_item() {
    let found = tasks(
        "VILLE DE MAYO\n\nDÉLIBÉRATION N° 2031-07\n\nAprès en avoir délibéré, le Conseil municipal :\n\n\
         - APPROUVE le plan de financement ;\n\n- CHARGE Monsieur le Maire de l’exécution de la délibération ;\n\n\
         - DIT que les crédits sont inscrits au budget ;\n\n- DÉCIDE de rénover le quai avant le 31 décembre 2032.\n",
    );
    let leads: Vec<Vec<String>> = found.into_iter().map(|(_, lead)| lead).collect();
    assert_eq!(leads, [own(&["Maire"]), own(&[])]);
}

#[test]
fn lists_of_benefits_are_no_tasks_and_ordered_nouns_are() {
    let text = "Guide des bacs\n\nUn registre vous permet de :\n\n- suivre les bacs du fleuve\n\n- changer de pilote\n";
    assert_eq!(tasks(text), []);
    let found = communique(
        "Il a demandé aux Ministres de veiller à :\n\n- la mise en œuvre du plan des bacs ;\n\n\
         - le renforcement des pilotes.",
    );
    let leads: Vec<Vec<String>> = found.into_iter().map(|(_, lead)| lead).collect();
    assert_eq!(leads, [own(&["Ministres"]), own(&["Ministres"])]);
}

#[test]
fn headings_above_hold_below_and_items_name_their_bodies() {
    let text = "# Politique des bacs\n\n## Prochaines étapes\n\n### Quais\n\n- Approbation des plans du quai\n\
        - Le quai du nord\n\n## Récit\n\n### Fleuve\n\n- Approbation des anciens du fleuve\n";
    assert_eq!(starts(text), ["Approbation des plans"]);
    let text = "# Mesures\n\n## 4.1 Profiter des quais du fleuve et de ses rives pour tous les bacs\n\n- Rénover le quai.\n";
    assert_eq!(starts(text), ["Rénover le quai."]);
    let text = "Politique des bacs\n\nLe quai est grand :\n\n- Pour les agents : tenue d’un journal de bord.\n\n\
        - Pour le quai : une échelle.\n";
    let found: Vec<Vec<String>> = tasks(text).into_iter().map(|(_, lead)| lead).collect();
    assert_eq!(found, [own(&["agents"])]);
}

#[test]
fn needs_of_communiques_and_lists_behind_of() {
    let found =
        communique("D’où la nécessité de réviser le plan des bacs. La nécessité d’un plan est connue.");
    assert_eq!(found.len(), 1);
    let text = "Circulaire n° 12/2031\n\nIl s’agira notamment :\n\na) de poursuivre les contrôles ;\n\n\
        b) d’élargir le quai ;\n\nc) de nombreux bacs.\n";
    assert_eq!(starts(text), ["de poursuivre les", "d’élargir le quai"]);
}

#[test]
fn a_minister_in_charge_helps_by_the_whole_name() {
    let text = "Il a demandé au Ministre des Quais d’assurer, avec le Ministre en charge des Bacs, la tenue du registre.";
    let found = communique(text);
    assert_eq!(found.len(), 1);
    let tasks =
        read_text(&format!("COMMUNIQUÉ DU CONSEIL DES MINISTRES\n\n{text}\n"), Some(Language::Fr)).tasks;
    let helpers: Vec<String> = tasks.into_iter().flat_map(|task| task.coordinate).collect();
    assert_eq!(helpers, own(&["Ministre en charge des Bacs"]));
}

#[test]
fn results_options_and_ways_of_speaking_are_no_tasks() {
    let none = [
        "Les résultats escomptés sont les suivants :\n\n- permettre une plus grande souplesse\n- appuyer les bacs\n",
        "Un équipage peut envisager l’une des activités suivantes :\n\n- Promouvoir le bac\n",
        "Il convient de prendre note que la valeur des bacs sera minime.\n",
    ];
    for body in none {
        let page = format!("# Stratégie des bacs\n\n{body}");
        assert!(read_text(&page, Some(Language::Fr)).tasks.is_empty(), "{body}");
    }
}
