"""The words that tell whose text it is, by language: data only, all in lower case.

Phrases are matched as substrings of text in lower case with single spaces, so a phrase is as short as it can be without
meaning something else. To teach the linker a language, add its words here.
"""

from __future__ import annotations

from typing import Final

# Where a text was published first, or was taken from.
REPOST_PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "originally published", "originally appeared", "originally ran", "originally posted", "originally written for",
        "first published", "first appeared", "was published by", "republished from", "republished with",
        "republished by", "republished here", "republished courtesy", "republished under", "is republished",
        "was republished", "been republished", "re-published from", "re-published with", "reprinted from",
        "reprinted with", "reprinted by", "reprinted courtesy", "reposted from", "reposted with", "reproduced from",
        "reproduced with", "reproduced by", "cross-posted from", "cross-posted at", "crossposted from",
        "cross-posted on", "crossposted on", "syndicated from", "courtesy of the publisher",
        "replicated with permission", "replicated here with permission", "used with permission of",
        "appeared originally", "published originally", "comes to us from", "adapted from an article",
        "a version of this article", "a version of this story", "a version of this post", "a version of this essay",
        "this article is from", "is licensed from", "with kind permission", "permission of the author",
        "translated from", "translation of the article", "is shared here with permission", "this article appeared in",
        "this article appeared on", "this story was produced by", "this story was published by", "was produced by",
        "published here with permission",
    ),
    "de": (
        "ursprünglich erschienen", "ursprünglich veröffentlicht", "zuerst erschienen", "zuerst veröffentlicht",
        "erschien zuerst", "erschien ursprünglich", "erschienen zuerst", "übernommen von", "übernommen aus",
        "mit freundlicher genehmigung", "erstmals erschienen", "erstmals veröffentlicht", "nachdruck aus",
        "dieser artikel erschien", "dieser beitrag erschien", "dieser text erschien", "artikel ist erschienen",
        "beitrag ist erschienen", "text ist erschienen", "wurde veröffentlicht auf", "erschienen in:",
        "übersetzung des artikels", "übersetzung von", "fassung des artikels", "original erschienen",
    ),
    "fr": (
        "publié initialement", "initialement publié", "publié à l'origine", "publiée à l'origine",
        "publiée initialement", "initialement paru", "initialement publiée", "republié à partir", "republié de",
        "republié avec", "republié depuis", "d'abord publié", "d'abord paru", "reproduit avec l'aimable",
        "reproduit avec l'autorisation", "reproduit avec la permission", "paru initialement", "a été publié sur",
        "a été publié par", "a été publié dans", "repris de", "paru pour la première fois", "est republié",
        "traduction de l'article", "avec l'aimable autorisation",
    ),
    "es": (
        "publicado originalmente", "publicada originalmente", "originalmente publicado", "originalmente publicada",
        "apareció originalmente", "apareció por primera vez", "publicado por primera vez", "republicado de",
        "republicado con", "reproducido con", "reproducido de", "se reproduce con", "reproducimos con",
        "se publicó originalmente", "se publicó primero", "está tomado de", "tomado de:", "artículo tomado de",
        "traducción del artículo", "publicó originalmente", "fue publicado en", "reproducido bajo", "republicado bajo",
    ),
    "pt": (
        "publicado originalmente", "originalmente publicado", "publicada originalmente", "republicado de",
        "republicado com", "republicado a partir", "reproduzido com", "apareceu originalmente", "saiu originalmente",
        "republicado sob",
    ),
    "it": (
        "pubblicato originariamente", "originariamente pubblicato", "pubblicato originalmente", "pubblicato in origine",
        "pubblicato per la prima volta", "ripubblicato da", "ripubblicato con", "ripubblicato su", "tratto da:",
        "apparso originariamente", "uscito originariamente", "apparso per la prima volta", "riprodotto con",
        "per gentile concessione", "è stato pubblicato su", "è uscito su",
    ),
    "nl": (
        "oorspronkelijk gepubliceerd", "oorspronkelijk verschenen", "eerder verschenen", "eerder gepubliceerd",
        "verscheen eerder", "verscheen oorspronkelijk", "overgenomen van", "overgenomen uit",
        "met toestemming overgenomen", "verscheen eerst",
    ),
    "no": (
        "opprinnelig publisert", "opprinnelig skrevet for", "først publisert", "ble først publisert",
        "gjengitt med tillatelse", "publisert første gang", "sto først på trykk", "republisert fra",
    ),
    "da": (
        "oprindeligt bragt", "oprindeligt publiceret", "oprindelig udgivet", "bragt første gang", "først bragt",
        "gengivet med tilladelse", "oprindeligt udgivet",
    ),
    "sv": (
        "ursprungligen publicerad", "ursprungligen publicerats", "publicerades först", "först publicerad",
        "återpublicerad från", "publicerades ursprungligen", "ursprungligen publicerades",
    ),
    "fi": (
        "julkaistu alun perin", "alun perin julkaistu", "ilmestyi alun perin", "julkaistiin alun perin",
        "ilmestynyt alun perin",
    ),
    "cs": (
        "převzato z", "převzato ze", "původně vyšel", "původně vyšlo", "původně publikován", "vyšlo původně",
        "vyšel původně", "původně zveřejněn",
    ),
    "sk": ("prevzaté z", "prevzaté zo", "pôvodne vyšiel", "pôvodne publikovaný", "pôvodne vyšlo"),
    "pl": (
        "pierwotnie opublikowan", "pierwotnie ukazał", "opublikowany pierwotnie", "przedruk z", "przedruk za",
        "po raz pierwszy ukazał", "ukazał się pierwotnie", "ukazał się w", "przedrukowan",
    ),
    "ru": (
        "первоначально опубликован", "впервые опубликован", "изначально опубликован", "опубликовано впервые",
        "перепечатано с", "перепечатано из", "перепечатка из", "впервые вышел", "впервые вышла", "оригинал опубликован",
        "материал опубликован", "републикуется", "публикуется с разрешения", "первоисточник", "оригинал статьи",
        "оригинал материала", "перевод статьи", "оригинал публикации",
    ),
    "uk": (
        "вперше опублікован", "передруковано з", "передрук з", "передрук із", "передруковано із",
        "спочатку опублікован", "уперше опублікован", "першоджерело", "оригінал статті", "оригінал матеріалу",
        "публікується з дозволу", "опубліковано вперше", "матеріал опублікован", "з дозволу видання", "переклад статті",
    ),
    "hu": ("eredetileg megjelent", "eredetileg itt jelent meg", "a cikk eredetileg", "először megjelent"),
    "tr": (
        "ilk olarak yayımlan", "ilk olarak yayınlan", "izniyle yayınlan", "izniyle yeniden yayım", "ilk kez yayımlan",
    ),
    "el": (
        "δημοσιεύτηκε αρχικά", "δημοσιεύθηκε αρχικά", "πρωτοδημοσιεύτηκε", "πρωτοδημοσιεύθηκε", "αναδημοσίευση από",
        "αναδημοσιεύεται",
    ),
    "ro": (
        "publicat inițial", "publicat initial", "apărut inițial", "preluat de pe", "preluat din", "republicat de pe",
        "articolul a fost publicat",
    ),
    "south slavic": (
        "prvobitno objavljen", "izvorno objavljen", "prvi put objavljen", "preneseno sa", "preneseno iz", "preuzeto sa",
        "preuzeto iz", "preuzeto s ", "prvotno objavljen", "povzeto po", "првобитно објављен", "преузето са",
        "преузето из", "първоначално публикуван", "препубликуван", "публикувано първо",
    ),
    "baltic and finnic": (
        "pirmą kartą publikuot", "sākotnēji publicēt", "algselt ilmunud", "ilmus algselt", "esmakordselt ilmunud",
        "ilmus esmalt",
    ),
    "ca": (
        "publicat originalment", "publicat originàriament", "es va publicar originalment",
        "publicat per primera vegada",
    ),
    "he": ("פורסם לראשונה", "פורסם במקור"),
    "fa": ("نخستین بار در", "منتشر شده در", "بازنشر از"),
    "hi": ("मूल रूप से प्रकाशित", "से साभार", "पहली बार प्रकाशित"),
    "vi": ("đăng lần đầu", "xuất bản lần đầu", "đăng lại từ"),
    "sw": ("ilichapishwa kwanza", "ilichapishwa awali"),
    "id": ("pertama kali diterbitkan", "pertama kali terbit", "diterbitkan ulang", "artikel ini terbit pertama kali"),
    "zh": (
        "转载自", "轉載自", "转自", "轉自", "原载", "原載", "首发于", "首發於", "最初发表", "最初發表", "原文来自",
        "原文來自", "信息源自", "原文地址", "原文链接", "原文連結", "原文刊于", "原刊于", "本文来源", "文章来源",
        "文章來源", "原文出处", "本文译自", "译自", "本文刊发于", "授权转载", "經授權轉載", "经授权转载", "原文标题",
        "原文刊載", "原文發表", "原文首发", "原文：", "原文:", "本文來源",
    ),
    "ja": ("転載", "初出", "元記事", "原文はこちら", "翻訳元", "に掲載された"),
    "ko": ("처음 게재", "원문 출처", "전재", "원문 보기", "에 실린 글"),
    "ar": ("نُشر أصلا", "نشر هذا المقال", "نُشر هذا المقال", "نشرت هذه المقالة", "أعيد نشره", "المصدر الأصلي"),
}  # fmt: skip

# That a text is a part of another.
EXCERPT_PHRASES: Final[tuple[str, ...]] = (
    "is an excerpt from", "is excerpted from", "excerpted from", "is an extract from", "is an edited extract",
    "this excerpt", "auszug aus", "extrait de l", "extracto de", "estratto da", "uddrag af", "utdrag fra", "úryvek z",
    "fragment książki", "отрывок из", "уривок з", "节选自", "節選自", "摘自",
)  # fmt: skip

# What stands before the colon of an attribution: `Source: ...`.
SOURCE_LABELS: Final[tuple[str, ...]] = (
    "source", "sources", "via", "from", "credit", "original", "original article", "original post", "originally",
    "read more", "link", "full article", "read the full story", "h/t", "hat tip", "quelle", "quellen", "original auf",
    "aus", "zum artikel", "fuente", "enlace", "tomado de", "fonte", "source originale", "lire aussi", "tiré de", "bron",
    "kilde", "källa", "lähde", "zdroj", "źródło", "źrodlo", "forrás", "kaynak", "sumber", "источник", "оригинал",
    "джерело", "за матеріалами", "крыніца", "извор", "izvor", "πηγή", "来源", "來源", "出处", "出處", "原文",
    "原文链接", "原文連結", "链接", "連結", "原文地址", "出典", "引用元", "참고", "출처", "المصدر", "מקור",
)  # fmt: skip

# Those of them that can credit a whole text.
REPOST_LABELS: Final[tuple[str, ...]] = (
    "source", "quelle", "fuente", "fonte", "bron", "kilde", "källa", "lähde", "zdroj", "źródło", "forrás", "kaynak",
    "источник", "джерело", "courtesy", "来源", "來源", "出处", "出處", "原文", "出典", "출처", "المصدر", "original",
    "original article", "originally at", "artikel asli", "sumber", "оригинал", "оригінал", "first publication",
    "erstveröffentlichung", "erstpublikation", "original source", "article original", "artículo original",
    "articolo originale", "πηγή",
)  # fmt: skip

# A link to where the quoted text goes on.
READ_MORE: Final[tuple[str, ...]] = (
    "read the whole", "read the full", "read the rest", "read more", "full article", "full story", "full text",
    "more at", "more here", "whole thing", "whole article", "the rest of", "keep reading", "continue reading",
    "learn more", "read it", "original article", "original post", "weiterlesen", "mehr dazu", "ganzer artikel",
    "ganzen artikel", "den vollständigen", "lire la suite", "lire l'article", "l'article complet", "leer más",
    "leer el", "artículo completo", "seguir leyendo", "leggi tutto", "continua a leggere", "articolo completo",
    "leia mais", "lees verder", "lees meer", "les mer", "läs mer", "læs mere", "číst dál", "czytaj więcej",
    "cały artykuł", "celý článek", "читать далее", "читать полностью", "подробнее", "читати далі", "детальніше",
    "повний текст", "阅读全文", "閱讀全文", "阅读原文", "全文", "続きを読む", "原文",
)  # fmt: skip

# The text that a credit speaks of.
THIS_TEXT: Final[tuple[str, ...]] = (
    "this", "the following", "these", "dieser", "diese", "dieses", "der artikel", "cet", "cette", "ce texte", "este",
    "esta", "questo", "questa", "dit", "deze", "denne", "dette", "den här", "tento", "tato", "ten ", "эта", "этот",
    "текст", "статья", "материал", "ця", "цей", "стаття", "матеріал", "本文", "这篇", "這篇", "文章", "この", "이 글",
    "bu yazı", "artikel ini", "el artículo", "l'article", "il testo", "l'articolo", "artykuł", "tekst", "článek",
    "article", "story", "essay", "opinion", "interview", "column", "op-ed",
)  # fmt: skip

# Works that are quoted or shown in a text: a credit of theirs is not the text's.
OTHER_WORKS: Final[tuple[str, ...]] = (
    "book", "novel", "study", "paper", "report", "research", "photo", "photograph", "picture", "image", "video", "film",
    "podcast", "episode", "album", "song", "map", "chart", "graphic", "infographic", "data", "dataset", "tool", "code",
    "package", "library", "illustration", "cartoon", "buch", "studie", "bild", "foto", "livre", "étude", "photographie",
    "libro", "estudio", "imagen", "ricerca", "immagine", "книга", "исследование", "фото", "снимок", "книжка",
    "дослідження", "світлина",
)  # fmt: skip

# The author's own words, or place.
OWN_TEXT: Final[tuple[str, ...]] = (
    "my blog", "my own", "my personal", "my old", "my previous", "my other", "my site", "my website", "my newsletter",
    "my column", "our blog", "our own", "our site", "our newsletter", "my substack", "my medium", "i originally",
    "i first", "i wrote", "i posted", "i published", "we originally", "we first", "we published", "i've written",
    "i have written", "i said", "i tweeted", "i once wrote", "mein blog", "meinem blog", "meiner seite", "unserem blog",
    "hatte ich", "habe ich", "schrieb ich", "ich schrieb", "mon blog", "notre blog", "j'ai écrit", "j'écrivais",
    "mi blog", "nuestro blog", "escribí", "he escrito", "mio blog", "ho scritto", "meu blog", "escrevi", "мой блог",
    "моём блоге", "моем блоге", "я написал", "я писал", "моєму блозі", "я написав", "我的博客", "我写", "我的网站",
    "私のブログ", "series of tweets", "twitter thread", "tweetstorm", "thread on twitter", "thread on mastodon",
)  # fmt: skip

# What follows a sentence with these is the author's own, unless somebody speaks in it.
OWN_WORDS: Final[tuple[str, ...]] = (
    "my reply", "my response", "my answer", "my letter", "my comment", "my position", "i replied", "i answered",
    "our reply", "our response", "our answer", "our letter", "our position", "meine antwort", "meine position",
    "mein brief", "mein kommentar", "unsere antwort", "unsere position", "ich antwortete", "ma réponse", "ma position",
    "ma lettre", "mon commentaire", "notre réponse", "notre position", "j'ai répondu", "mi respuesta", "mi réplica",
    "mi replica", "mi postura", "mi carta", "mi comentario", "nuestra respuesta", "nuestra postura", "minha resposta",
    "minha posição", "nossa resposta", "la mia risposta", "la mia posizione", "la mia lettera", "la nostra risposta",
    "mijn antwoord", "mijn reactie", "onze reactie", "moje odpověď", "moje reakce", "naše odpověď", "naše stanovisko",
    "moja odpowiedź", "nasza odpowiedź", "мой ответ", "моё письмо", "наш ответ", "я ответил", "моя відповідь",
    "мій лист", "наша відповідь", "я відповів", "我的回复", "我的回覆", "我的回答", "我的评论", "我们的回应",
)  # fmt: skip

# How a remark about the text itself begins, which stands above it in the form of a quotation.
REMARKS: Final[tuple[str, ...]] = (
    "this article", "this post", "this piece", "this essay", "this story", "this text", "this is a guest post",
    "dieser artikel", "dieser beitrag", "dieser text", "cet article", "ce billet", "ce texte", "este artículo",
    "esta entrada", "este texto", "este artigo", "questo articolo", "questo testo", "dit artikel", "tento článek",
    "ten artykuł", "эта статья", "этот текст", "ця стаття", "цей текст", "本文", "本篇", "这篇文章", "這篇文章",
)  # fmt: skip

# Between two quotations: the second is the first in another language.
TRANSLATION: Final[tuple[str, ...]] = (
    "translation", "translated", "übersetz", "auf deutsch", "traduction", "traduit", "en français", "traducción",
    "traducido", "tradução", "traduzione", "in italiano", "vertaling", "překlad", "preklad", "tłumaczenie", "перевод",
    "переклад", "翻译", "翻譯", "译文", "譯文", "翻訳", "번역",
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
        "responded", "revealed", "reveals", "said", "say", "saying", "says", "shared", "snippet", "stated", "states",
        "stating", "suggested", "suggests", "summarized", "summarizes", "summed", "sums", "telling", "tells", "thinks",
        "told", "tweeted", "tweets", "urged", "urges", "warned", "warning", "warns", "words", "write", "writes",
        "writing", "wrote", "written", "dubbed",
    ),
    "de": (
        "behauptet", "behauptete", "beschreibt", "beschrieb", "betont", "betonte", "bemerkt", "berichtet", "berichtete",
        "dazu", "erklärt", "erklärte", "ergänzt", "fragt", "fragte", "findet", "heißt", "heisst", "hieß", "kommentiert",
        "kommentierte", "laut", "meint", "meinte", "meldet", "meldete", "nennt", "nannte", "notiert", "sagt", "sagte",
        "schildert", "schreibt", "schrieb", "spricht", "teilte", "urteilt", "warnt", "warnte", "wörtlich", "zitat",
        "zitiert", "zitierte", "zufolge", "fordert",
    ),
    "fr": (
        "affirme", "ajoute", "annonce", "avertit", "cite", "commente", "constate", "déclare", "déclaré", "décrit",
        "dit", "demande", "écrit", "écrivait", "estime", "explique", "expliqué", "indique", "note", "précise",
        "raconte", "rapporte", "résume", "révèle", "selon", "souligne", "qualifie",
    ),
    "es": (
        "advierte", "afirma", "afirmó", "agrega", "añade", "anuncia", "cita", "comenta", "concluye", "cuenta",
        "declara", "declaró", "describe", "dice", "dijo", "escribe", "escribió", "explica", "explicó", "informa",
        "informó", "llama", "opina", "recuerda", "reporta", "resume", "según", "señala", "señaló", "sostiene",
    ),
    "pt": (
        "acrescenta", "afirma", "afirmou", "alerta", "chama", "cita", "comenta", "conclui", "conta", "declarou",
        "descreve", "diz", "disse", "escreve", "escreveu", "explica", "explicou", "informa", "relata", "segundo",
        "ressalta",
    ),
    "it": (
        "afferma", "aggiunge", "avverte", "chiama", "cita", "commenta", "conclude", "descrive", "dice", "dichiara",
        "disse", "detto", "racconta", "riferisce", "riporta", "scrive", "scritto", "secondo", "sostiene", "spiega",
        "definisce", "nota",
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
        "powiedziała", "według", "twierdzi", "dodaje", "cytuje", "zauważa",
    ),
    "east slavic": (
        "пишет", "писал", "писала", "написал", "написала", "говорит", "сказал", "сказала", "заявил", "заявила",
        "сообщает", "сообщил", "отмечает", "отметил", "отметила", "считает", "цитирует", "словам", "данным",
        "объясняет", "пояснил", "рассказал", "рассказала", "добавил", "добавила", "пише", "написав", "каже", "сказав",
        "заявив", "повідомляє", "повідомив", "зазначає", "зазначив", "зазначила", "вважає", "цитує", "словами",
        "даними", "пояснює", "пояснив", "розповів", "розповіла", "додав", "додала", "ідеться", "йдеться", "наголосив",
        "наголошує",
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

# The same source speaks on.
CONTINUATION: Final[tuple[str, ...]] = (
    "went on", "goes on", "continues", "continued", "adds", "added", "also", "later in", "elsewhere", "further", "then",
    "the same article", "the piece", "the article", "the essay", "the report", "the author", "and this", "finally",
    "concludes", "weiter", "außerdem", "zudem", "ferner", "schließlich", "plus loin", "ajoute", "poursuit",
    "más adelante", "añade", "continúa", "prosegue", "aggiunge", "inoltre", "vervolgt", "verder", "videre",
    "legger til", "vidare", "dále", "dodává", "dalej", "dodaje", "далее", "добавляет", "продолжает", "также", "далі",
    "додає", "продовжує", "також", "接着", "还", "同时", "さらに",
)  # fmt: skip

# Thanks for pointing to a text.
HINTS: Final = ("via ", "via:", "h/t", "ht ", "hat tip", "found via", "gefunden bei", "vu chez", "visto en")

# What the link to an original says.
ORIGINAL_ANCHORS: Final[tuple[str, ...]] = (
    "original", "orginal", "here", "article", "artikel", "artículo", "articolo", "artigo", "post", "piece", "story",
    "hier", "ici", "aquí", "qui", "źródł", "оригинал", "оригінал", "здесь", "тут", "原文", "此处", "这里", "元記事",
    "원문",
)  # fmt: skip

# What a callout begins with that is written as a quotation.
CALLOUTS: Final = frozenset(
    {
        "achtung", "actualización", "advertencia", "aggiornamento", "astuce", "atenção", "attention", "attenzione",
        "avertissement", "aviso", "caution", "consejo", "correction", "danger", "dica", "disclaimer", "edit",
        "editor's note", "editor’s note", "faq", "heads up", "hint", "hinweis", "hinweise", "huom", "important",
        "importante", "info", "korrektur", "let op", "merk", "mise à jour", "nachtrag", "nota", "nota bene", "note",
        "notes", "obs", "opmerking", "poznámka", "pozor", "prerequisites", "related", "remarque", "see also",
        "spoiler", "summary", "tip", "tipp", "tips", "tl;dr", "tldr", "todo", "update", "updated", "uwaga", "warning",
        "wichtig", "важно", "внимание", "обновление", "оновлення", "примечание", "примітка", "увага", "ملاحظة", "提示",
        "更新", "注", "注意", "补充", "說明", "警告", "说明", "주의", "참고",
    }
)  # fmt: skip

# Classes of elements that hold an attribution.
CLASSES_OF_ATTRIBUTION: Final[tuple[str, ...]] = (
    "cite", "attribution", "source", "credit", "author", "byline", "quelle", "fuente", "caption",
)  # fmt: skip

DASHES: Final = "—–―‒-−⸺~～"
SPEECH_WORDS: Final = frozenset(word for group in SPEECH.values() for word in group)
CREDIT_PHRASES: Final[tuple[str, ...]] = tuple(
    dict.fromkeys([*(p for group in REPOST_PHRASES.values() for p in group), *EXCERPT_PHRASES])
)
