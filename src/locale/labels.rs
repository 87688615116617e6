//! Words that stand beside the label of a control: generic nouns (`page`, `button`), the verbs before them (`select`),
//! and the words that lean on what follows, so that no label ends with one.
//!
//! Written for this project. Rows are keyed by the English word; a form that ends in `-` is a stem and stands for
//! all words that begin with it.

use super::Language;

/// An English word and what stands for it, in lower case.
pub type Row = (&'static str, &'static [&'static str]);

impl Language {
    /// Nouns that stand beside a label, by their English word.
    pub fn label_nouns(&self) -> &'static [Row] {
        rows(NOUNS, self.code)
    }

    /// Verbs and adverbs that stand before a label (`select`, `then`), by their English word.
    pub fn label_verbs(&self) -> &'static [Row] {
        rows(VERBS, self.code)
    }

    /// Whether nouns and verbs stand before the label and never behind it, in languages whose labels may end in a word
    /// that is a noun elsewhere (Vietnamese `Môi trường`, the label `Environment`, ends in `trường`, a field).
    pub fn has_leading_nouns(&self) -> bool {
        matches!(self.code, "ar" | "he" | "id" | "th" | "vi")
    }

    /// Words in lower case that lean on what follows, and are no particle of a verb: with one of them no label ends.
    /// Those of English, whose labels (`Sign in`) are only compared with, have the particles too.
    pub fn leaning_words(&self) -> &'static [&'static str] {
        rows(LEANING, self.code)
    }

    /// Prepositions of the genitive: what follows one belongs to the noun before it (`details van de aanbieding`).
    pub fn genitive_words(&self) -> &'static [&'static str] {
        rows(GENITIVE, self.code)
    }
}

/// Whether `word` (lower case) is `form`, or begins with it when it is a stem.
pub fn is_form(word: &str, form: &str) -> bool {
    form.strip_suffix('-').map_or(word == form, |stem| word.starts_with(stem))
}

/// The English forms that a row's key stands for: itself, its plural, and its `-ing` and `-s` forms.
pub fn is_english(word: &str, key: &str) -> bool {
    let Some(rest) = word.strip_prefix(key) else { return false };
    matches!(rest, "" | "s" | "es" | "ing" | "ed")
}

fn rows<T>(table: &[(&str, &'static [T])], code: &str) -> &'static [T] {
    table.iter().find(|(language, _)| *language == code).map_or(&[], |(_, rows)| rows)
}

static NOUNS: &[(&str, &[Row])] = &[
    (
        "nl",
        &[
            ("page", &["pagina", "pagina's"]),
            ("tab", &["tabblad", "tabbladen"]),
            ("button", &["knop", "knoppen"]),
            ("menu", &["menu", "vervolgkeuzemenu", "snelmenu"]),
            ("field", &["veld", "velden"]),
            ("pane", &["deelvenster", "paneel"]),
            ("section", &["sectie", "secties", "gedeelte"]),
            ("dialog", &["dialoogvenster"]),
            ("list", &["lijst", "vervolgkeuzelijst", "keuzelijst"]),
            ("column", &["kolom", "kolommen"]),
            ("option", &["optie", "opties"]),
            ("window", &["venster"]),
            ("link", &["koppeling", "link"]),
            ("icon", &["pictogram"]),
            ("box", &["vak", "selectievakje", "tekstvak"]),
            ("area", &["gebied"]),
            ("table", &["tabel"]),
            ("view", &["weergave"]),
            ("report", &["rapport"]),
            ("form", &["formulier"]),
            ("role", &["rol"]),
            ("setting", &["instelling", "instellingen"]),
        ],
    ),
    (
        "de",
        &[
            ("page", &["seite"]),
            ("tab", &["registerkarte"]),
            ("button", &["schaltfläche"]),
            ("menu", &["menü", "dropdownmenü"]),
            ("field", &["feld"]),
            ("pane", &["bereich"]),
            ("section", &["abschnitt"]),
            ("dialog", &["dialogfeld"]),
            ("list", &["liste", "dropdownliste"]),
            ("column", &["spalte"]),
            ("option", &["option"]),
            ("window", &["fenster"]),
            ("link", &["link"]),
            ("icon", &["symbol"]),
            ("box", &["feld", "kontrollkästchen"]),
            ("area", &["bereich"]),
            ("table", &["tabelle"]),
            ("view", &["ansicht"]),
            ("report", &["bericht"]),
            ("role", &["rolle"]),
            ("setting", &["einstellung"]),
        ],
    ),
    (
        "sv",
        &[
            ("page", &["sida", "sidan"]),
            ("tab", &["flik", "fliken"]),
            ("button", &["knapp", "knappen"]),
            ("menu", &["meny", "menyn", "listmenyn"]),
            ("field", &["fält", "fältet"]),
            ("pane", &["fönstret", "rutan", "panelen"]),
            ("section", &["avsnitt", "avsnittet"]),
            ("dialog", &["dialogrutan"]),
            ("list", &["lista", "listan", "listrutan"]),
            ("column", &["kolumn", "kolumnen"]),
            ("option", &["alternativ", "alternativet"]),
            ("window", &["fönster", "fönstret"]),
            ("link", &["länk", "länken"]),
            ("icon", &["ikon", "ikonen"]),
            ("box", &["ruta", "rutan", "kryssrutan", "textrutan"]),
            ("area", &["område", "området"]),
            ("table", &["tabell", "tabellen"]),
            ("view", &["vy", "vyn"]),
            ("report", &["rapport", "rapporten"]),
            ("form", &["formulär", "formuläret"]),
            ("role", &["roll", "rollen"]),
            ("setting", &["inställning", "inställningen"]),
        ],
    ),
    (
        "fr",
        &[
            ("page", &["page"]),
            ("tab", &["onglet", "l'onglet"]),
            ("button", &["bouton"]),
            ("menu", &["menu"]),
            ("field", &["champ"]),
            ("pane", &["volet", "panneau"]),
            ("section", &["section"]),
            ("dialog", &["boîte"]),
            ("list", &["liste"]),
            ("column", &["colonne"]),
            ("option", &["option", "l'option"]),
            ("window", &["fenêtre"]),
            ("link", &["lien"]),
            ("icon", &["icône", "l'icône"]),
            ("box", &["zone", "case"]),
            ("table", &["tableau", "table"]),
            ("role", &["rôle"]),
            ("setting", &["paramètre"]),
        ],
    ),
    (
        "es",
        &[
            ("page", &["página"]),
            ("tab", &["pestaña"]),
            ("button", &["botón"]),
            ("menu", &["menú"]),
            ("field", &["campo"]),
            ("pane", &["panel"]),
            ("section", &["sección"]),
            ("dialog", &["cuadro"]),
            ("list", &["lista"]),
            ("column", &["columna"]),
            ("option", &["opción"]),
            ("window", &["ventana"]),
            ("link", &["vínculo", "enlace"]),
            ("icon", &["icono"]),
            ("box", &["cuadro", "casilla"]),
            ("table", &["tabla"]),
            ("role", &["rol"]),
            ("setting", &["configuración"]),
        ],
    ),
    (
        "it",
        &[
            ("page", &["pagina"]),
            ("tab", &["scheda"]),
            ("button", &["pulsante"]),
            ("menu", &["menu"]),
            ("field", &["campo"]),
            ("pane", &["riquadro", "pannello"]),
            ("section", &["sezione"]),
            ("dialog", &["finestra"]),
            ("list", &["elenco", "dall'elenco", "nell'elenco", "l'elenco"]),
            ("column", &["colonna"]),
            ("option", &["opzione", "l'opzione"]),
            ("window", &["finestra"]),
            ("link", &["collegamento"]),
            ("icon", &["icona", "l'icona"]),
            ("box", &["casella"]),
            ("area", &["area", "l'area"]),
            ("table", &["tabella"]),
            ("view", &["visualizzazione"]),
            ("form", &["modulo"]),
            ("role", &["ruolo"]),
            ("setting", &["impostazione"]),
        ],
    ),
    (
        "pt",
        &[
            ("page", &["página"]),
            ("tab", &["guia", "separador"]),
            ("button", &["botão"]),
            ("menu", &["menu"]),
            ("field", &["campo"]),
            ("pane", &["painel"]),
            ("section", &["seção", "secção"]),
            ("list", &["lista"]),
            ("column", &["coluna"]),
            ("option", &["opção"]),
            ("window", &["janela"]),
            ("link", &["link", "ligação"]),
            ("icon", &["ícone"]),
            ("box", &["caixa"]),
            ("table", &["tabela"]),
        ],
    ),
    (
        "pl",
        &[
            ("page", &["strona", "stronę", "strony", "stronie"]),
            ("tab", &["karta", "kartę", "karty", "karcie"]),
            ("button", &["przycisk", "przycisku"]),
            ("menu", &["menu"]),
            ("field", &["pole", "pola", "polu"]),
            ("pane", &["okienko", "okienku", "panel", "panelu"]),
            ("section", &["sekcja", "sekcję", "sekcji"]),
            ("dialog", &["okno", "oknie", "dialogowym"]),
            ("list", &["lista", "listę", "listy", "liście", "rozwijanej"]),
            ("column", &["kolumna", "kolumnę", "kolumny", "kolumnie"]),
            ("option", &["opcja", "opcję", "opcji"]),
            ("window", &["okno", "okna", "oknie"]),
            ("link", &["link", "linku"]),
            ("icon", &["ikona", "ikonę", "ikony", "ikonie"]),
            ("box", &["pole", "pola", "polu"]),
            ("area", &["obszar", "obszarze", "obszaru"]),
            ("table", &["tabela", "tabeli"]),
            ("role", &["rolę", "roli"]),
            ("select", &["pozycję", "pozycja"]),
            ("choose", &["pozycję", "pozycja"]),
            ("click", &["pozycję", "pozycja"]),
            ("under", &["obszarze"]),
        ],
    ),
    (
        "cs",
        &[
            ("page", &["stránku", "stránka", "stránce", "stránky"]),
            ("tab", &["kartu", "karta", "kartě"]),
            ("button", &["tlačítko"]),
            ("menu", &["nabídka", "nabídku", "nabídce"]),
            ("field", &["pole", "poli"]),
            ("section", &["část", "části", "oddíl", "oddílu"]),
            ("list", &["seznam", "seznamu"]),
            ("column", &["sloupec", "sloupci"]),
            ("option", &["možnost"]),
            ("window", &["okno", "okně"]),
            ("pane", &["podokno", "podokně"]),
            ("link", &["odkaz"]),
            ("icon", &["ikona", "ikonu"]),
            ("box", &["pole", "poli", "políčko"]),
        ],
    ),
    (
        "ru",
        &[
            ("page", &["страниц-"]),
            ("tab", &["вкладк-"]),
            ("button", &["кнопк-"]),
            ("menu", &["меню"]),
            ("field", &["поле", "поля"]),
            ("section", &["раздел", "разделе", "раздела"]),
            ("list", &["список", "списке", "списка"]),
            ("column", &["столбец", "столбце"]),
            ("option", &["параметр"]),
            ("window", &["окно", "окне"]),
            ("link", &["ссылк-"]),
            ("icon", &["значок"]),
            ("box", &["поле", "поля", "флажок"]),
        ],
    ),
    (
        "tr",
        &[
            ("page", &["sayfası", "sayfasın-", "sayfaya", "sayfada"]),
            ("tab", &["sekmesi", "sekmesin-"]),
            ("button", &["düğmesi", "düğmesin-"]),
            ("menu", &["menüsü", "menüsün-"]),
            ("field", &["alanı", "alanın-"]),
            ("pane", &["bölmesi", "bölmesin-"]),
            ("section", &["bölümü", "bölümün-"]),
            ("dialog", &["kutusu", "kutusun-"]),
            ("list", &["listesi", "listesin-"]),
            ("column", &["sütunu", "sütunun-"]),
            ("option", &["seçeneği", "seçeneğin-"]),
            ("window", &["penceresi", "penceresin-"]),
            ("link", &["bağlantısı", "bağlantısın-"]),
            ("icon", &["simgesi", "simgesin-"]),
            ("box", &["kutusu", "kutusun-"]),
            ("table", &["tablosu", "tablosun-"]),
            ("select", &["seçeneğin-"]),
            ("choose", &["seçeneğin-"]),
        ],
    ),
    (
        "ja",
        &[
            ("page", &["ページ"]),
            ("tab", &["タブ"]),
            ("button", &["ボタン"]),
            ("menu", &["メニュー"]),
            ("field", &["フィールド"]),
            ("pane", &["ペイン", "ウィンドウ"]),
            ("section", &["セクション"]),
            ("dialog", &["ダイアログ"]),
            ("list", &["一覧", "リスト"]),
            ("column", &["列"]),
            ("option", &["オプション"]),
            ("link", &["リンク"]),
            ("icon", &["アイコン"]),
            ("box", &["ボックス"]),
        ],
    ),
    (
        "zh",
        &[
            ("page", &["页面", "頁面"]),
            ("tab", &["选项卡", "索引標籤", "标签页"]),
            ("button", &["按钮", "按鈕"]),
            ("menu", &["菜单", "功能表"]),
            ("field", &["字段", "欄位"]),
            ("pane", &["窗格"]),
            ("section", &["部分", "區段"]),
            ("dialog", &["对话框", "對話方塊"]),
            ("list", &["列表", "清单", "清單"]),
            ("column", &["列", "資料行"]),
            ("option", &["选项", "選項"]),
            ("link", &["链接", "連結"]),
            ("icon", &["图标", "圖示"]),
            ("box", &["框", "方塊"]),
        ],
    ),
    (
        "da",
        &[
            ("page", &["side", "siden"]),
            ("tab", &["fane", "fanen"]),
            ("button", &["knap", "knappen"]),
            ("menu", &["menu", "menuen", "rullemenuen"]),
            ("field", &["felt", "feltet"]),
            ("pane", &["rude", "ruden", "panelet"]),
            ("section", &["afsnit", "afsnittet", "sektion", "sektionen"]),
            ("dialog", &["dialogboks", "dialogboksen"]),
            ("list", &["liste", "listen", "rullelisten"]),
            ("column", &["kolonne", "kolonnen"]),
            ("option", &["indstilling", "indstillingen", "mulighed", "muligheden"]),
            ("window", &["vindue", "vinduet"]),
            ("link", &["link", "linket"]),
            ("icon", &["ikon", "ikonet"]),
            ("box", &["felt", "feltet", "boks", "boksen", "afkrydsningsfelt", "afkrydsningsfeltet"]),
            ("area", &["område", "området"]),
            ("table", &["tabel", "tabellen"]),
            ("view", &["visning", "visningen"]),
            ("report", &["rapport", "rapporten"]),
            ("role", &["rolle", "rollen"]),
            ("setting", &["indstilling", "indstillingen"]),
        ],
    ),
    (
        "nb",
        &[
            ("page", &["side", "siden"]),
            ("tab", &["fane", "fanen"]),
            ("button", &["knapp", "knappen"]),
            ("menu", &["meny", "menyen"]),
            ("field", &["felt", "feltet"]),
            ("pane", &["rute", "ruten", "panelet"]),
            ("section", &["avsnitt", "avsnittet"]),
            ("dialog", &["dialogboks", "dialogboksen"]),
            ("list", &["liste", "listen", "rullegardinlisten"]),
            ("column", &["kolonne", "kolonnen"]),
            ("option", &["alternativ", "alternativet"]),
            ("window", &["vindu", "vinduet"]),
            ("link", &["kobling", "koblingen"]),
            ("icon", &["ikon", "ikonet"]),
            ("box", &["boks", "boksen", "avmerkingsboks", "avmerkingsboksen"]),
            ("area", &["område", "området"]),
            ("table", &["tabell", "tabellen"]),
            ("view", &["visning", "visningen"]),
            ("report", &["rapport", "rapporten"]),
            ("role", &["rolle", "rollen"]),
            ("setting", &["innstilling", "innstillingen"]),
        ],
    ),
    (
        "fi",
        &[
            ("page", &["sivu", "sivun", "sivulla", "sivulle", "sivulta"]),
            ("tab", &["välilehti", "välilehden", "välilehdellä", "välilehdeltä", "välilehteä"]),
            ("button", &["painike", "painiketta", "painikkeen"]),
            ("menu", &["valikko", "valikon", "valikosta", "valikossa"]),
            ("field", &["kenttä", "kentän", "kenttään", "kentässä", "kentästä"]),
            ("pane", &["ruutu", "ruudun", "ruudussa"]),
            ("section", &["osio", "osion", "osiossa", "osiosta"]),
            ("dialog", &["valintaikkuna", "valintaikkunan", "valintaikkunassa"]),
            ("list", &["luettelo", "luettelon", "luettelosta", "luettelossa"]),
            ("column", &["sarake", "sarakkeen", "sarakkeessa"]),
            ("option", &["vaihtoehto", "vaihtoehdon", "vaihtoehtoa"]),
            ("window", &["ikkuna", "ikkunan", "ikkunassa"]),
            ("link", &["linkki", "linkin", "linkkiä"]),
            ("icon", &["kuvake", "kuvaketta", "kuvakkeen"]),
            ("box", &["ruutu", "ruudun", "ruutuun", "valintaruutu", "valintaruudun", "kenttä", "kenttään"]),
        ],
    ),
    (
        "hu",
        &[
            ("page", &["lap", "lapon", "lapot", "oldal", "oldalon", "oldalt"]),
            ("tab", &["lap", "lapon", "lapot", "lapra"]),
            ("button", &["gomb", "gombot", "gombra"]),
            ("menu", &["menü", "menüben", "menüt", "menüből"]),
            ("field", &["mező", "mezőt", "mezőben", "mezőbe"]),
            ("pane", &["panel", "panelen", "panelt"]),
            ("section", &["szakasz", "szakaszban", "szakaszt"]),
            ("dialog", &["párbeszédpanel", "párbeszédpanelen"]),
            ("list", &["lista", "listában", "listából", "listát"]),
            ("column", &["oszlop", "oszlopban", "oszlopot"]),
            ("option", &["lehetőség", "lehetőséget"]),
            ("window", &["ablak", "ablakban", "ablakot"]),
            ("link", &["hivatkozás", "hivatkozást", "hivatkozásra"]),
            ("icon", &["ikon", "ikont", "ikonra"]),
            ("box", &["mező", "mezőt", "mezőben", "mezőbe", "jelölőnégyzet", "jelölőnégyzetet"]),
        ],
    ),
    (
        "ro",
        &[
            ("page", &["pagina", "pagină", "paginii"]),
            ("tab", &["fila", "filă"]),
            ("button", &["butonul", "buton"]),
            ("menu", &["meniul", "meniu", "meniului"]),
            ("field", &["câmpul", "câmp"]),
            ("pane", &["panoul"]),
            ("section", &["secțiunea", "secțiune"]),
            ("dialog", &["caseta"]),
            ("list", &["lista", "listă"]),
            ("column", &["coloana", "coloană"]),
            ("option", &["opțiunea", "opțiune"]),
            ("window", &["fereastra", "fereastră"]),
            ("link", &["linkul"]),
            ("icon", &["pictograma"]),
            ("box", &["caseta", "casetă"]),
            ("table", &["tabelul", "tabel"]),
            ("role", &["rolul"]),
            ("setting", &["setarea"]),
        ],
    ),
    (
        "uk",
        &[
            ("page", &["сторінк-", "сторінці"]),
            ("tab", &["вкладк-", "вкладці"]),
            ("button", &["кнопк-", "кнопці"]),
            ("menu", &["меню"]),
            ("field", &["поле", "поля", "полі"]),
            ("pane", &["область", "області", "панель", "панелі"]),
            ("section", &["розділ", "розділі", "розділу"]),
            ("list", &["список", "списку"]),
            ("column", &["стовпець", "стовпці", "стовпця"]),
            ("option", &["параметр"]),
            ("window", &["вікно", "вікні"]),
            ("link", &["посилання"]),
            ("icon", &["піктограм-"]),
            ("box", &["поле", "поля", "полі", "прапорець"]),
        ],
    ),
    (
        "el",
        &[
            ("page", &["σελίδα", "σελίδας"]),
            ("tab", &["καρτέλα", "καρτέλας"]),
            ("button", &["κουμπί"]),
            ("menu", &["μενού"]),
            ("field", &["πεδίο", "πεδίου"]),
            ("pane", &["τμήμα"]),
            ("section", &["ενότητα"]),
            ("list", &["λίστα", "λίστας"]),
            ("column", &["στήλη", "στήλης"]),
            ("option", &["επιλογή"]),
            ("window", &["παράθυρο"]),
            ("link", &["σύνδεσμος", "σύνδεσμο"]),
            ("icon", &["εικονίδιο"]),
            ("box", &["πλαίσιο"]),
            ("table", &["πίνακας", "πίνακα"]),
        ],
    ),
    (
        "bg",
        &[
            ("page", &["страница", "страницата"]),
            ("tab", &["раздел", "раздела"]),
            ("button", &["бутон", "бутона"]),
            ("menu", &["меню", "менюто"]),
            ("field", &["поле", "полето"]),
            ("pane", &["панел", "панела"]),
            ("section", &["секция", "секцията", "раздел", "раздела"]),
            ("list", &["списък", "списъка"]),
            ("column", &["колона", "колоната"]),
            ("option", &["опция", "опцията"]),
            ("window", &["прозорец", "прозореца"]),
            ("link", &["връзка", "връзката"]),
            ("icon", &["икона", "иконата"]),
            ("box", &["поле", "полето", "квадратче", "квадратчето"]),
        ],
    ),
    (
        "vi",
        &[
            ("page", &["trang"]),
            ("tab", &["tab", "thẻ"]),
            ("button", &["nút"]),
            ("menu", &["menu"]),
            ("field", &["trường"]),
            ("pane", &["ngăn"]),
            ("section", &["phần", "mục"]),
            ("dialog", &["hộp", "thoại"]),
            ("list", &["danh", "sách"]),
            ("column", &["cột"]),
            ("option", &["tùy", "tuỳ", "chọn"]),
            ("window", &["cửa", "sổ"]),
            ("icon", &["biểu", "tượng"]),
            ("box", &["hộp", "ô"]),
        ],
    ),
    (
        "id",
        &[
            ("page", &["halaman"]),
            ("tab", &["tab"]),
            ("button", &["tombol"]),
            ("menu", &["menu"]),
            ("field", &["bidang", "kolom"]),
            ("pane", &["panel"]),
            ("section", &["bagian"]),
            ("dialog", &["dialog"]),
            ("list", &["daftar"]),
            ("column", &["kolom"]),
            ("option", &["opsi"]),
            ("window", &["jendela"]),
            ("link", &["tautan"]),
            ("icon", &["ikon"]),
            ("box", &["kotak"]),
        ],
    ),
    (
        "ar",
        &[
            ("tab", &["علامة", "التبويب", "تبويب"]),
            ("button", &["زر", "الزر"]),
            ("menu", &["قائمة", "القائمة"]),
            ("field", &["حقل", "الحقل"]),
            ("section", &["قسم", "القسم"]),
            ("dialog", &["مربع", "الحوار"]),
            ("list", &["قائمة", "القائمة"]),
            ("column", &["عمود", "العمود"]),
            ("option", &["خيار", "الخيار"]),
            ("window", &["نافذة", "النافذة"]),
            ("link", &["ارتباط", "رابط"]),
            ("icon", &["أيقونة"]),
            ("box", &["مربع", "المربع", "خانة"]),
        ],
    ),
    (
        "he",
        &[
            (
                "tab",
                &[
                    "כרטיסיה", "הכרטיסיה", "בכרטיסיה", "כרטיסייה", "הכרטיסייה", "בכרטיסייה", "לשונית", "הלשונית",
                    "בלשונית",
                ],
            ),
            ("button", &["לחצן", "הלחצן", "כפתור", "הכפתור"]),
            ("menu", &["תפריט", "התפריט", "בתפריט", "מהתפריט"]),
            ("field", &["שדה", "השדה", "בשדה"]),
            ("pane", &["חלונית", "החלונית", "בחלונית"]),
            ("section", &["מקטע", "המקטע", "במקטע"]),
            ("list", &["רשימה", "רשימת", "הרשימה", "ברשימה", "ברשימת", "מהרשימה"]),
            ("column", &["עמודה", "עמודת", "העמודה", "בעמודה"]),
            ("option", &["אפשרות", "האפשרות"]),
            ("window", &["חלון", "החלון", "בחלון"]),
            ("link", &["קישור", "הקישור"]),
            ("icon", &["סמל", "הסמל"]),
            ("box", &["תיבה", "תיבת", "התיבה", "בתיבה", "בתיבת"]),
        ],
    ),
    (
        "hi",
        &[
            ("tab", &["टैब"]),
            ("button", &["बटन"]),
            ("menu", &["मेनू", "मेन्यू"]),
            ("field", &["फ़ील्ड", "फील्ड"]),
            ("pane", &["फलक"]),
            ("section", &["अनुभाग", "सेक्शन"]),
            ("list", &["सूची"]),
            ("column", &["कॉलम", "स्तंभ"]),
            ("option", &["विकल्प"]),
            ("window", &["विंडो"]),
            ("link", &["लिंक"]),
            ("icon", &["आइकन"]),
            ("box", &["बॉक्स"]),
        ],
    ),
    (
        "th",
        &[
            ("tab", &["แท็บ"]),
            ("button", &["ปุ่ม"]),
            ("menu", &["เมนู"]),
            ("field", &["ฟิลด์", "เขตข้อมูล"]),
            ("column", &["คอลัมน์"]),
            ("icon", &["ไอคอน"]),
            ("box", &["กล่อง"]),
        ],
    ),
    (
        "ko",
        &[
            ("tab", &["탭-"]),
            ("button", &["단추-", "버튼-"]),
            ("menu", &["메뉴-"]),
            ("field", &["필드-"]),
            ("list", &["목록-"]),
            ("option", &["옵션-"]),
            ("link", &["링크-"]),
            ("icon", &["아이콘-"]),
            ("box", &["상자-", "확인란-"]),
            ("section", &["섹션-"]),
            ("column", &["열", "열을", "열에", "열에서"]),
            ("window", &["창", "창을", "창에서"]),
            ("pane", &["창", "창을", "창에서"]),
        ],
    ),
];

static VERBS: &[(&str, &[Row])] = &[
    (
        "nl",
        &[
            ("show", &["toont"]),
            ("indicate", &["toont"]),
            ("select", &["selecteer", "selecteert", "selecteren", "kies"]),
            ("choose", &["kies", "kiest", "selecteer", "selecteert"]),
            ("click", &["klik", "klikt"]),
            ("open", &["open", "opent"]),
            ("enter", &["typ", "voer"]),
            ("then", &["vervolgens", "daarna"]),
        ],
    ),
    (
        "de",
        &[
            ("show", &["zeigt"]),
            ("select", &["wählen", "auswählen", "aus"]),
            ("choose", &["wählen", "auswählen"]),
            ("click", &["klicken"]),
            ("open", &["öffnen"]),
            ("then", &["dann", "anschließend"]),
        ],
    ),
    (
        "sv",
        &[
            ("show", &["visar"]),
            ("indicate", &["anger", "visar"]),
            ("select", &["välj", "väljer", "välja", "markera"]),
            ("choose", &["välj", "väljer"]),
            ("click", &["klicka", "klickar"]),
            ("open", &["öppna", "öppnar"]),
            ("then", &["sedan"]),
        ],
    ),
    (
        "fr",
        &[
            ("show", &["affiche", "indique", "montre"]),
            ("indicate", &["indique"]),
            ("select", &["sélectionnez", "sélectionner", "choisissez"]),
            ("choose", &["choisissez"]),
            ("click", &["cliquez"]),
            ("open", &["ouvrez"]),
            ("enter", &["entrez", "saisissez"]),
            ("then", &["puis"]),
        ],
    ),
    (
        "es",
        &[
            ("show", &["muestra", "indica"]),
            ("indicate", &["indica"]),
            ("select", &["seleccione", "seleccionar", "elija"]),
            ("choose", &["elija"]),
            ("click", &["clic"]),
            ("open", &["abra"]),
            ("enter", &["escriba", "introduzca"]),
            ("then", &["luego"]),
        ],
    ),
    (
        "it",
        &[
            ("show", &["mostra", "indica", "visualizza"]),
            ("indicate", &["indica"]),
            ("tell", &["indica"]),
            ("select", &["selezionare", "seleziona", "scegliere", "selezionato"]),
            ("choose", &["scegliere", "scegli", "selezionare"]),
            ("click", &["clic"]),
            ("open", &["aprire"]),
            ("enter", &["immettere", "digitare"]),
            ("then", &["quindi", "poi"]),
        ],
    ),
    (
        "pt",
        &[
            ("show", &["mostra", "indica"]),
            ("indicate", &["indica"]),
            ("select", &["selecione", "selecionar", "escolha"]),
            ("choose", &["escolha"]),
            ("click", &["clique"]),
            ("open", &["abra"]),
            ("then", &["depois"]),
        ],
    ),
    (
        "pl",
        &[
            ("show", &["pokazuje", "wskazuje"]),
            ("indicate", &["wskazuje", "oznacza"]),
            ("select", &["wybierz", "zaznacz"]),
            ("choose", &["wybierz"]),
            ("click", &["kliknij"]),
            ("open", &["otwórz"]),
            ("enter", &["wprowadź", "wpisz"]),
            ("then", &["następnie"]),
        ],
    ),
    (
        "cs",
        &[
            ("select", &["vyberte", "zvolte"]),
            ("choose", &["vyberte", "zvolte"]),
            ("enter", &["zadejte"]),
            ("click", &["klikněte"]),
            ("open", &["otevřete"]),
            ("then", &["pak", "potom"]),
        ],
    ),
    (
        "ru",
        &[
            ("select", &["выберите"]),
            ("choose", &["выберите"]),
            ("click", &["щелкните", "нажмите"]),
            ("open", &["откройте"]),
            ("enter", &["введите"]),
            ("then", &["затем"]),
        ],
    ),
    (
        "tr",
        &[
            ("select", &["seçin", "seçebilirsiniz", "belirleyin"]),
            ("choose", &["seçin"]),
            ("click", &["tıklayın"]),
            ("open", &["açın"]),
            ("enter", &["girin", "yazın"]),
        ],
    ),
    ("ja", &[("select", &["選択"]), ("click", &["クリック"])]),
    ("zh", &[("select", &["选择", "選取"]), ("choose", &["选择", "選擇"]), ("click", &["单击", "点击", "按一下"])]),
    (
        "da",
        &[
            ("show", &["viser"]),
            ("select", &["vælg", "vælger", "vælge"]),
            ("choose", &["vælg", "vælger"]),
            ("click", &["klik", "klikker"]),
            ("open", &["åbn", "åbner"]),
            ("enter", &["skriv", "indtast"]),
            ("then", &["derefter"]),
        ],
    ),
    (
        "nb",
        &[
            ("show", &["viser"]),
            ("select", &["velg", "velger", "velge"]),
            ("choose", &["velg", "velger"]),
            ("click", &["klikk", "klikker"]),
            ("open", &["åpne", "åpner"]),
            ("enter", &["skriv"]),
            ("then", &["deretter"]),
        ],
    ),
    (
        "fi",
        &[
            ("select", &["valitse"]),
            ("choose", &["valitse"]),
            ("click", &["napsauta"]),
            ("open", &["avaa"]),
            ("enter", &["kirjoita", "syötä"]),
            ("then", &["sitten"]),
        ],
    ),
    (
        "hu",
        &[
            ("select", &["válassza", "jelölje"]),
            ("choose", &["válassza"]),
            ("click", &["kattintson"]),
            ("open", &["nyissa"]),
            ("enter", &["írja", "adja"]),
            ("then", &["majd"]),
        ],
    ),
    (
        "ro",
        &[
            ("select", &["selectați", "selectează"]),
            ("choose", &["alegeți", "alege", "selectați"]),
            ("click", &["clic"]),
            ("open", &["deschideți"]),
            ("enter", &["introduceți", "tastați"]),
            ("then", &["apoi"]),
        ],
    ),
    (
        "uk",
        &[
            ("select", &["виберіть", "вибрати"]),
            ("choose", &["виберіть"]),
            ("click", &["натисніть", "клацніть"]),
            ("open", &["відкрийте"]),
            ("enter", &["введіть"]),
            ("then", &["потім"]),
        ],
    ),
    (
        "el",
        &[
            ("select", &["επιλέξτε"]),
            ("choose", &["επιλέξτε"]),
            ("click", &["κλικ"]),
            ("open", &["ανοίξτε"]),
            ("enter", &["εισαγάγετε", "πληκτρολογήστε"]),
            ("then", &["κατόπιν"]),
        ],
    ),
    (
        "bg",
        &[
            ("select", &["изберете"]),
            ("choose", &["изберете"]),
            ("click", &["щракнете"]),
            ("open", &["отворете"]),
            ("enter", &["въведете"]),
        ],
    ),
    (
        "vi",
        &[
            ("select", &["chọn"]),
            ("choose", &["chọn"]),
            ("click", &["bấm", "nhấp"]),
            ("open", &["mở"]),
            ("enter", &["nhập"]),
            ("then", &["rồi"]),
        ],
    ),
    (
        "id",
        &[
            ("select", &["pilih"]),
            ("choose", &["pilih"]),
            ("click", &["klik"]),
            ("open", &["buka"]),
            ("enter", &["masukkan", "ketik"]),
            ("then", &["lalu", "kemudian"]),
        ],
    ),
];

static LEANING: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "a", "an", "and", "as", "at", "by", "down", "for", "from", "in", "into", "of", "off", "on", "or", "out",
            "over", "the", "to", "up", "with",
        ],
    ),
    ("nl", &["de", "het", "een", "en", "of", "van", "voor", "met", "als", "om", "te", "uw", "naar", "bij"]),
    (
        "de",
        &["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "und", "oder", "von", "für", "im"],
    ),
    ("sv", &["den", "det", "en", "ett", "och", "eller", "för", "att", "som", "med", "är"]),
    ("da", &["den", "det", "en", "et", "og", "eller", "for", "at", "som", "med"]),
    ("nb", &["den", "det", "en", "et", "og", "eller", "for", "å", "som", "med"]),
    (
        "fr",
        &[
            "le", "la", "les", "un", "une", "des", "de", "du", "et", "ou", "à", "au", "aux", "pour", "sur", "dans",
            "en", "par",
        ],
    ),
    (
        "es",
        &[
            "el", "la", "los", "las", "un", "una", "de", "del", "y", "e", "o", "a", "al", "para", "en", "con", "por",
            "junto",
        ],
    ),
    (
        "it",
        &[
            "il", "lo", "la", "i", "gli", "le", "un", "una", "di", "del", "della", "dei", "delle", "degli", "e", "o",
            "a", "al", "alla", "per", "in", "nel", "nella", "con", "da", "dal", "dalla", "su", "sul", "sulla",
        ],
    ),
    ("pt", &["o", "a", "os", "as", "um", "uma", "de", "do", "da", "dos", "das", "e", "ou", "para", "em", "com", "por"]),
    ("pl", &["a", "i", "oraz", "lub", "albo", "w", "we", "z", "ze", "na", "do", "dla", "od", "przez", "o"]),
    ("cs", &["a", "nebo", "v", "ve", "z", "ze", "na", "do", "pro", "od", "s", "k"]),
    ("ru", &["и", "или", "в", "во", "с", "на", "до", "для", "от", "к", "по"]),
    ("tr", &["ve", "veya", "bir"]),
    ("fi", &["ja", "tai", "sekä", "että"]),
    ("hu", &["a", "az", "egy", "és", "vagy", "hogy"]),
    ("ro", &["de", "la", "și", "sau", "în", "din", "pe", "cu", "pentru", "un", "o", "să"]),
    ("uk", &["і", "й", "та", "або", "в", "у", "на", "з", "до", "від", "для", "щоб", "що", "по"]),
    (
        "el",
        &[
            "ο", "η", "το", "οι", "τα", "τη", "την", "τον", "στο", "στη", "στην", "στον", "και", "ή", "από", "για",
            "με", "να", "σε", "που",
        ],
    ),
    ("bg", &["и", "или", "в", "във", "на", "с", "със", "за", "от", "до", "към", "че"]),
    ("vi", &["và", "hoặc", "của"]),
    ("id", &["dan", "atau", "yang", "untuk", "dari", "ke", "dengan"]),
    ("ar", &["في", "من", "إلى", "على", "أو", "عن"]),
    ("he", &["את", "של", "או", "עם", "אל"]),
];

static GENITIVE: &[(&str, &[&str])] = &[
    ("nl", &["van"]),
    ("fr", &["de", "du", "des"]),
    ("es", &["de", "del"]),
    ("it", &["di", "del", "della", "dei", "delle", "degli", "dello"]),
    ("pt", &["de", "do", "da", "dos", "das"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::LANGUAGES;

    #[test]
    fn stems_stand_for_all_their_forms() {
        assert!(is_form("sayfasından", "sayfasın-") && !is_form("sayfa", "sayfasın-"));
        assert!(is_form("pagina", "pagina") && !is_form("paginas", "pagina"));
        assert!(is_english("selecting", "select") && is_english("boxes", "box") && !is_english("tabular", "tab"));
    }

    #[test]
    fn forms_are_in_lower_case_and_of_known_languages() {
        let codes = [NOUNS, VERBS].into_iter().flatten().map(|(code, _)| code);
        for code in codes.chain([LEANING, GENITIVE].into_iter().flatten().map(|(code, _)| code)) {
            assert!(LANGUAGES.iter().any(|language| language.code == *code), "{code}");
        }
        for (key, forms) in [NOUNS, VERBS].into_iter().flatten().flat_map(|(_, rows)| *rows) {
            assert!(forms.iter().chain([key]).all(|form| *form == form.to_lowercase()), "{key}");
        }
    }
}
