"""Single words that tell who speaks, what of, and how a sentence is built, by language: data only, in lower case."""

from __future__ import annotations

from typing import Final

# Works that are quoted or shown in a text: a credit of theirs is not the text's.
OTHER_WORKS: Final = frozenset(
    {
        "book", "novel", "study", "paper", "report", "research", "photo", "photograph", "picture", "image", "video",
        "film", "podcast", "episode", "album", "song", "map", "chart", "graph", "graphic", "infographic", "data",
        "dataset", "tool", "code", "package", "library", "illustration", "cartoon", "buch", "studie", "bild", "foto",
        "livre", "étude", "photographie", "libro", "estudio", "imagen", "ricerca", "immagine", "книга", "исследование",
        "фото", "снимок", "книжка", "дослідження", "світлина",
    }
)  # fmt: skip

# Whoever says `I` right before a quotation quotes themselves, if the verb is one of these.
FIRST_PERSON: Final = frozenset({"i", "we", "ich", "wir", "je", "nous", "я", "ми", "мы", "já", "ja"})

ONES_OWN: Final = frozenset(
    {
        "answer", "answered", "ask", "asked", "argue", "argued", "emailed", "post", "posted", "replied", "reply",
        "responded", "respond", "said", "tweeted", "write", "wrote", "fragte", "schrieb", "sagte", "antwortete", "ai",
        "avons", "napsal", "napsala", "написав", "написала", "написал", "відповів", "ответил", "сказав", "сказал",
    }
)  # fmt: skip

# Saying, writing, quoting.
SPEECH: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "accord", "according", "add", "added", "adds", "admit", "admits", "admitted", "advise", "advised", "advises",
        "announce", "announced", "announces", "argue", "argued", "argues", "asked", "asks", "assert", "asserts",
        "asserted", "believes", "call", "called", "calling", "calls", "cite", "cited", "cites", "claim", "claimed",
        "claims", "comment", "commented", "comments", "commend", "commended", "commends", "conclude", "concluded",
        "concludes", "concluding", "confirmed", "continued", "continues", "covers", "declared", "declares", "describe",
        "described", "describes", "describing", "emphasized", "excerpt", "explain", "explained", "explaining",
        "explains", "following", "highlighting", "highlights", "insisted", "insists", "known", "label", "labeled",
        "labels", "likened", "mention", "mentioned", "mentions", "note", "noted", "notes", "noting", "observe",
        "observed", "observes", "opined", "opines", "passage", "pointed", "points", "predicted", "predicts", "puts",
        "quote", "quoted", "quotes", "quoting", "quotation", "recalled", "recalls", "refer", "referred", "refers",
        "referring", "relays", "remarked", "remarks", "replied", "report", "reported", "reporting", "reports",
        "responded", "responds", "reacts", "revealed", "reveals", "said", "say", "saying", "says", "shared", "snippet",
        "stated", "states", "stating", "suggested", "suggests", "summarized", "summarizes", "summed", "sums",
        "telling", "tells", "thinks", "told", "tweeted", "tweets", "urged", "urges", "warned", "warning", "warns",
        "words", "write", "writes", "writing", "wrote", "written", "dubbed",
    ),
    "de": (
        "behauptet", "behauptete", "beschreibt", "beschrieb", "betont", "betonte", "bemerkt", "berichtet", "berichtete",
        "dazu", "erklärt", "erklärte", "ergänzt", "fragt", "fragte", "findet", "heißt", "heisst", "hieß", "kommentiert",
        "kommentierte", "laut", "meint", "meinte", "meldet", "meldete", "nennt", "nannte", "notiert", "sagt", "sagte",
        "schildert", "schreibt", "schrieb", "spricht", "teilte", "urteilt", "warnt", "warnte", "wörtlich", "zitat",
        "zitiert", "zitierte", "zufolge", "fordert", "bemängelt", "berichten", "beklagt", "bestätigt", "bestätigte",
        "definiert", "erläutert", "erläuterte", "erzählt", "erzählte", "fasst", "forderte", "kritisiert", "kritisierte",
        "lautet", "lesen", "schreiben", "titelt", "äußert", "äußerte",
    ),
    "fr": (
        "affirme", "ajoute", "annonce", "avertit", "cite", "commente", "constate", "déclare", "déclaré", "décrit",
        "dit", "demande", "écrit", "écrivait", "estime", "explique", "expliqué", "indique", "note", "précise",
        "raconte", "rapporte", "résume", "révèle", "selon", "souligne", "qualifie", "conclut", "confie", "confirme",
        "définit", "disait", "écrivent", "évoque", "extrait", "poursuit", "précisait", "rappelle", "répond", "témoigne",
        "titre",
    ),
    "es": (
        "advierte", "afirma", "afirmó", "agrega", "añade", "anuncia", "cita", "comenta", "concluye", "cuenta",
        "declara", "declaró", "describe", "dice", "dijo", "escribe", "escribió", "explica", "explicó", "informa",
        "informó", "llama", "opina", "recuerda", "reporta", "resume", "según", "señala", "señaló", "sostiene", "aclara",
        "aseguró", "asegura", "comentó", "denuncia", "destaca", "detalla", "escribía", "indicó", "indica", "insiste",
        "manifestó", "precisa", "publica", "publicó", "relata", "responde", "respondió", "subraya",
    ),
    "pt": (
        "acrescenta", "afirma", "afirmou", "alerta", "chama", "cita", "comenta", "conclui", "conta", "declarou",
        "descreve", "diz", "disse", "escreve", "escreveu", "explica", "explicou", "informa", "relata", "segundo",
        "ressalta", "argumenta", "defende", "destaca", "dizia", "lembra", "observa", "publicou", "resume", "responde",
        "respondeu", "revela", "sugere", "conforme",
    ),
    "it": (
        "afferma", "aggiunge", "avverte", "chiama", "cita", "commenta", "conclude", "descrive", "dice", "dichiara",
        "disse", "detto", "racconta", "riferisce", "riporta", "scrive", "scritto", "secondo", "sostiene", "spiega",
        "definisce", "nota", "avvisa", "chiarisce", "conferma", "dichiarato", "lamenta", "osserva", "precisa",
        "prosegue", "ricorda", "riassume", "risponde", "rivela", "segnala", "sottolinea", "titola",
    ),
    "nl": (
        "aldus", "beschrijft", "beweert", "citeert", "concludeert", "meldt", "meldde", "merkt", "noemt", "schreef",
        "schrijft", "stelt", "vertelt", "vindt", "volgens", "zegt", "zei",
    ),
    "nordic": (
        "ifølge", "skriver", "skrev", "sier", "sade", "säger", "siger", "sagde", "forteller", "berättar", "enligt",
        "mener", "menar", "påpeker", "forklarer", "förklarar", "kaller", "kallar", "kalder", "melder", "rapporterer",
        "rapporterar",
    ),
    "fi": ("kertoo", "kirjoittaa", "mukaan", "sanoi", "sanoo", "toteaa", "kirjoitti"),
    "west slavic": (
        "napsal", "napsala", "napísal", "napisał", "napisała", "píše", "pisze", "říká", "řekl", "řekla", "uvádí",
        "uvedl", "uvedla", "podle", "dodal", "dodala", "hovorí", "povedal", "podľa", "uviedol", "mówi", "powiedział",
        "powiedziała", "według", "twierdzi", "dodaje", "cytuje", "zauważa", "zaznacza", "podkreśla", "stwierdza",
        "stwierdził", "stwierdziła", "tłumaczy", "informuje", "wyjaśnia", "odpowiada", "komentuje", "ocenia", "donosi",
        "ostrzega", "opisuje", "przyznaje", "dodał", "dodała", "sdělil", "sdělila", "tvrdí", "prohlásil", "prohlásila",
        "popisuje", "vysvětluje", "vysvětlil", "upozorňuje", "upozornil", "zdůrazňuje", "cituje",
        "konstatuje", "odpověděl", "odpověděla", "vyjádřil", "vyjádřila", "uvádza", "tvrdil",
    ),
    "east slavic": (
        "пишет", "писал", "писала", "написал", "написала", "говорит", "сказал", "сказала", "заявил", "заявила",
        "сообщает", "сообщил", "отмечает", "отметил", "отметила", "считает", "цитирует", "словам", "данным", "пояснила",
        "поясняет", "указывает", "указал", "указала", "подчеркнул", "подчеркивает", "подчёркивает", "заявляет",
        "утверждает", "уточнил", "уточняет", "признает", "признаёт", "написано", "пишут", "говорится", "вспоминает",
        "комментирует", "приводит", "ответил", "ответила", "сообщила", "сообщают", "объясняет", "пояснил", "рассказал",
        "рассказала", "добавил", "добавила", "пише", "написав", "каже", "сказав", "заявив", "повідомляє", "повідомив",
        "зазначає", "зазначив", "зазначила", "вважає", "цитує", "словами", "даними", "пояснює", "пояснив", "розповів",
        "розповіла", "додав", "додала", "ідеться", "йдеться", "наголосив", "наголошує", "стверджує", "підкреслив",
        "підкреслює", "уточнив", "вказує", "пишуть", "говорить", "відповів",
        "відповіла", "повідомили", "повідомляють", "наводить", "згадує", "визнає",
    ),
    "other": (
        "írja", "mondta", "szerint", "yazdı", "dedi", "göre", "söyledi", "menulis", "kata", "mengatakan", "menurut",
        "ujar",
    ),
}  # fmt: skip

# The same where words are not parted by spaces.
SPEECH_CJK: Final[tuple[str, ...]] = (
    "表示", "认为", "認為", "写道", "寫道", "指出", "说：", "说，", "說：", "說，", "说道", "报道", "報導", "报导",
    "称：", "称，", "稱：", "稱，", "提到", "引述", "回答", "強調", "强调", "と述べ", "と語", "によると", "と書",
    "と指摘", "말했", "밝혔", "전했", "썼다",
)  # fmt: skip

# The nouns that name a work of words.
WORKS: Final = frozenset(
    {
        "article", "blogpost", "book", "column", "commentary", "editorial", "essay", "interview", "letter", "memo",
        "novel", "paper", "piece", "podcast", "post", "preprint", "report", "review", "speech", "statement",
        "story", "study", "talk", "transcript", "artikel", "aufsatz", "beitrag", "bericht", "brief", "buch",
        "kommentar", "rede", "studie", "billet", "discours", "entretien", "étude", "livre", "rapport", "tribune",
        "artículo", "carta", "discurso", "ensayo", "entrevista", "estudio", "informe", "libro", "articolo", "discorso",
        "intervista", "saggio", "artigo", "článek", "rozhovor", "artykuł", "wywiad", "статья", "статье", "статьи",
        "интервью", "стаття", "статті", "інтерв'ю",
    }
)  # fmt: skip

# What stands before a title.
TITLED: Final = frozenset(
    {
        "titled", "entitled", "headlined", "headline", "title", "betitelt", "titel", "überschrieben", "intitulé",
        "intitulée", "titre", "titulado", "titulada", "título", "intitolato", "intitolata", "titolo", "titulek",
        "zatytułowany", "заголовком", "названием", "назвою",
    }
)  # fmt: skip

# Works whose titles stand right behind them: `the piece “Five words”`.
TITLED_WORKS: Final = frozenset(
    {
        "article", "book", "column", "editorial", "essay", "film", "novel", "piece", "podcast", "poem", "post", "story",
        "song", "artikel", "beitrag", "buch", "roman", "billet", "livre", "artículo", "libro", "articolo", "artigo",
        "livro", "článek", "artykuł", "статья", "статье", "статью", "стаття", "статті", "статтю",
    }
)  # fmt: skip

# Nouns of which one may stand for another.
ALIKE: Final = (
    frozenset({"paper", "study", "preprint", "article", "report", "research"}),
    frozenset({"post", "blogpost", "article", "essay", "piece", "column", "story", "editorial", "commentary"}),
    frozenset({"talk", "speech", "interview", "podcast", "transcript"}),
)

# What one does in a place of the web, and what stands before its name.
POSTED: Final = frozenset(
    {
        "blogged", "commented", "post", "posted", "posts", "published", "replied", "tooted", "tweeted", "wrote",
        "gepostet", "postete", "kommentierte", "publié", "posté", "tuiteó", "publicó", "napsal", "написав", "написала",
        "написал", "опублікував", "опубликовал",
    }
)  # fmt: skip

PLACES: Final = frozenset({"on", "in", "at", "auf", "bei", "im", "sur", "dans", "en", "su", "na", "у", "в", "на"})

# That the draft reports itself.
OURSELVES: Final = frozenset(
    {
        "our", "us", "unser", "unsere", "unserem", "unserer", "notre", "nos", "nuestro", "nuestra", "nostro", "nostra",
        "nosso", "nossa", "ons", "onze", "naše", "náš", "nasz", "nasza", "наш", "наша", "наше", "наші", "нашого",
        "нашої", "нам", "нас",
    }
)  # fmt: skip

# Who speaks on.
PRONOUNS: Final = frozenset(
    {
        "he", "she", "they", "it", "er", "sie", "es", "il", "elle", "ils", "elles", "él", "ella", "ellos", "ele", "ela",
        "lui", "lei", "hij", "zij", "han", "hun", "hon", "он", "она", "они", "він", "вона", "вони", "ona",
    }
)  # fmt: skip

# Words of writing and of what is written: what follows them was read, not heard.
WRITTEN: Final = frozenset(
    {
        "begins", "concludes", "ending", "ends", "excerpt", "line", "lines", "opening", "opens", "paragraph", "part",
        "quotation", "quote", "sentence", "snippet", "starts", "write", "writes", "writing", "written", "wrote",
        "absatz", "beginnt", "endet", "passus", "satz", "schließt", "schreibt", "schrieb", "stelle", "zitat",
        "commence", "écrit", "extrait", "paragraphe", "passage", "phrase", "comienza", "escribe", "escribió",
        "extracto", "fragmento", "párrafo", "pasaje", "termina", "conclude", "escreve", "escreveu", "inizia", "scrive",
        "trecho", "píše", "pisze", "пишет", "пишут", "написал", "написала", "пише", "пишуть", "написав", "уривок",
        "отрывок", "цитата", "цитаты", "цитати", "фраза", "место", "місце", "абзац", "речення", "предложение", "рядок",
        "строка", "заканчивается", "начинается", "завершується", "починається", "закінчується",
    }
)  # fmt: skip

# Words that end in a point inside a sentence.
ABBREVIATIONS: Final = frozenset(
    {
        "approx", "art", "bzw", "ca", "capt", "cf", "co", "col", "corp", "dr", "dra", "ed", "eds", "fig", "gen", "gov",
        "hon", "inc", "jr", "lic", "lt", "ltd", "mgr", "mlle", "mme", "mr", "mrs", "ms", "mt", "mx", "nr", "phd", "pp",
        "prof", "rep", "rev", "sen", "sgt", "sr", "sra", "srta", "st", "ste", "tzv", "vgl", "vol", "vs", "ul", "гг",
        "др", "им", "проф", "ред", "рис", "см", "стр", "тыс", "ім", "напр",
    }
)  # fmt: skip

# What stands before words in quotation marks that only name something: `the “it is your own fault” argument`.
DETERMINERS: Final = frozenset(
    {
        "a", "an", "her", "his", "its", "my", "our", "that", "the", "their", "these", "this", "those", "your", "das",
        "dem", "den", "der", "des", "die", "diese", "diesem", "diesen", "dieser", "dieses", "ein", "eine", "einem",
        "einen", "einer", "ce", "cet", "cette", "la", "le", "les", "un", "une", "el", "las", "los", "una", "este",
        "esta", "il", "lo", "gli", "questo", "questa", "o", "um", "uma", "de", "het", "een", "dit",
    }
)  # fmt: skip

# What may follow a quotation in its sentence; another small word after it says that it only names something.
FUNCTION_WORDS: Final = frozenset(
    {
        "about", "against", "and", "are", "as", "at", "because", "been", "before", "but", "by", "can", "could", "for",
        "during", "from", "had", "has", "have", "if", "in", "into", "is", "like", "may", "of", "on", "or", "since",
        "so", "than", "that", "the", "then", "there", "to", "under", "until", "was", "were", "when", "where", "which",
        "while", "who", "will", "with", "would", "aber", "als", "am", "an", "auf", "aus", "bei", "bis", "dass", "der",
        "die", "hat", "haben", "im", "ist", "mit", "nach", "oder", "sei", "seien", "sind", "und", "vom", "von", "wird",
        "zu", "zum", "zur", "à", "au", "aux", "avec", "dans", "de", "des", "du", "en", "est", "et", "mais", "ou", "par",
        "pour", "que", "qui", "sont", "sur", "con", "del", "es", "no", "para", "por", "se", "sin", "y", "che", "da",
        "di", "e", "è", "nel", "per", "sono", "ao", "com", "do", "em", "na", "van", "voor", "met", "maar", "zijn",
    }
)  # fmt: skip

SPEECH_WORDS: Final = frozenset(word for group in SPEECH.values() for word in group)
