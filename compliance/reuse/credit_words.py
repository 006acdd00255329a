"""The words of credits, by language: where a text was published first, or was taken from. Data only, in lower case.

Phrases are matched as substrings of text in lower case with single spaces, so a phrase is as short as it can be without
meaning something else. To teach the linker a language, add its words here and in `cues`.
"""

from __future__ import annotations

from typing import Final

# Where a text was published first, or was taken from.
REPOST_PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "originally published", "originally appeared", "originally ran", "originally posted", "originally written for",
        "originally written by", "first published", "first appeared", "was published by", "republished from",
        "republished with", "republished by", "republished here", "republished courtesy", "republished under",
        "is republished", "was republished", "been republished", "re-published from", "re-published with",
        "reprinted from", "reprinted with", "reprinted by", "reprinted courtesy", "reposted from", "reposted with",
        "reproduced from", "reproduced with", "reproduced by", "cross-posted from", "cross-posted at",
        "crossposted from", "cross-posted on", "crossposted on", "cross posted from", "cross posted on",
        "cross posted with", "cross-posted with", "re-post, originally", "repost, originally",
        "syndicated from", "courtesy of the publisher", "replicated with permission", "replicated here with permission",
        "used with permission of", "appeared originally", "published originally", "comes to us from",
        "adapted from an article", "a version of this article", "a version of this story", "a version of this post",
        "a version of this essay", "this article is from", "is an article from", "is licensed from",
        "with kind permission", "permission of the author", "translated from", "translation of the article",
        "is a translation of", "is shared here with permission", "this article appeared in", "this article appeared on",
        "this story was produced by", "this story was published by", "was produced by",
        "published here with permission", "wrote this article for", "wrote this essay for", "wrote this piece for",
        "wrote this story for",
    ),
    "de": (
        "ursprünglich erschienen", "ursprünglich veröffentlicht", "zuerst erschienen", "zuerst veröffentlicht",
        "erschien zuerst", "erschien ursprünglich", "erschienen zuerst", "übernommen von", "übernommen aus",
        "mit freundlicher genehmigung", "erstmals erschienen", "erstmals veröffentlicht", "nachdruck aus",
        "dieser artikel erschien", "dieser beitrag erschien", "dieser text erschien", "artikel ist erschienen",
        "beitrag ist erschienen", "text ist erschienen", "wurde veröffentlicht auf", "erschienen in", "erschienen im",
        "erschienen bei", "übersetzung des artikels", "übersetzung von", "fassung des artikels", "original erschienen",
        "übersetzt aus", "übersetzt von", "text erschien", "artikel erschien", "beitrag erschien", "kommentar erschien",
    ),
    "fr": (
        "publié initialement", "initialement publié", "publié à l'origine", "publiée à l'origine",
        "publiée initialement", "initialement paru", "initialement publiée", "republié à partir", "republié de",
        "republié avec", "republié depuis", "d'abord publié", "d'abord paru", "reproduit avec l'aimable",
        "reproduit avec l'autorisation", "reproduit avec la permission", "paru initialement", "a été publié sur",
        "a été publié par", "a été publié dans", "repris de", "paru pour la première fois", "est republié",
        "traduction de l'article", "avec l'aimable autorisation", "traduction d'un article", "traduit de",
        "traduit depuis",
    ),
    "es": (
        "publicado originalmente", "publicada originalmente", "originalmente publicado", "originalmente publicada",
        "apareció originalmente", "apareció por primera vez", "publicado por primera vez", "republicado de",
        "republicado con", "reproducido con", "reproducido de", "se reproduce con", "reproducimos con",
        "se publicó originalmente", "se publicó primero", "está tomado de", "tomado de:", "artículo tomado de",
        "traducción del artículo", "traducido de", "traducido del", "publicó originalmente", "fue publicado en",
        "reproducido bajo", "republicado bajo",
    ),
    "pt": (
        "publicado originalmente", "originalmente publicado", "publicada originalmente", "republicado de",
        "republicado com", "republicado a partir", "reproduzido com", "apareceu originalmente", "saiu originalmente",
        "republicado sob", "traduzido do", "traduzido de", "traduzido da", "tradução do", "tradução de",
        "adaptação do texto",
    ),
    "it": (
        "pubblicato originariamente", "originariamente pubblicato", "pubblicato originalmente", "pubblicato in origine",
        "pubblicato per la prima volta", "ripubblicato da", "ripubblicato con", "ripubblicato su", "tratto da:",
        "apparso originariamente", "uscito originariamente", "apparso per la prima volta", "riprodotto con",
        "per gentile concessione", "tradotto da", "traduzione dell'articolo", "è stato pubblicato su", "è uscito su",
    ),
    "nl": (
        "oorspronkelijk gepubliceerd", "oorspronkelijk verschenen", "eerder verschenen", "eerder gepubliceerd",
        "verscheen eerder", "verscheen oorspronkelijk", "overgenomen van", "overgenomen uit",
        "met toestemming overgenomen", "verscheen eerst", "vertaald uit", "vertaling van",
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
        "vyšel původně", "původně zveřejněn", "laskavým souhlasem", "laskavým svolením", "překlad článku",
        "přeloženo z",
    ),
    "sk": ("prevzaté z", "prevzaté zo", "pôvodne vyšiel", "pôvodne publikovaný", "pôvodne vyšlo"),
    "pl": (
        "pierwotnie opublikowan", "pierwotnie ukazał", "opublikowany pierwotnie", "przedruk z", "przedruk za",
        "tłumaczenie artykułu", "po raz pierwszy ukazał", "ukazał się pierwotnie", "ukazał się w", "przedrukowan",
    ),
    "ru": (
        "первоначально опубликован", "впервые опубликован", "изначально опубликован", "опубликовано впервые",
        "перепечатано с", "перепечатано из", "перепечатка из", "впервые вышел", "впервые вышла", "оригинал опубликован",
        "материал опубликован", "републикуется", "публикуется с разрешения", "первоисточник", "оригинал статьи",
        "оригинал материала", "перевод статьи", "оригинал публикации", "перевод публикации", "перевод поста",
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
        "翻译自", "翻譯自", "编译自", "編譯自", "原文刊載", "原文發表", "原文首发", "原文：", "原文:", "本文來源",
    ),
    "ja": (
        "転載", "初出", "元記事", "原文はこちら", "翻訳元", "に掲載された", "の翻訳です", "の日本語訳", "を翻訳した",
    ),
    "ko": (
        "처음 게재", "원문 출처", "전재", "원문 보기", "에 실린 글", "번역입니다", "번역한 글", "번역한 것",
        "번역했습니다", "를 번역", "을 번역", "원문은",
    ),
    "ar": ("نُشر أصلا", "نشر هذا المقال", "نُشر هذا المقال", "نشرت هذه المقالة", "أعيد نشره", "المصدر الأصلي"),
}  # fmt: skip

# How one says it of what one wrote on another page of one's own.
POSTED: Final[tuple[str, ...]] = (
    "originally posted", "first posted", "cross-posted at", "cross-posted to", "cross-posted on", "crossposted at",
    "crossposted to", "crossposted on", "cross posted at", "x-posted",
)  # fmt: skip
# The same in parts, for what nobody can list: `this article` + `first` + `appeared` + a link. Words are matched as
# words, or as their beginnings where they end in a hyphen.
FIRST: Final[tuple[str, ...]] = (
    "originally", "first", "initially", "previously", "zuerst", "ursprünglich", "erstmals", "zunächst", "initialement",
    "originellement", "à l'origine", "d'abord", "pour la première fois", "originalmente", "inicialmente",
    "por primera vez", "pela primeira vez", "originariamente", "inizialmente", "in origine", "per la prima volta",
    "oorspronkelijk", "eerder", "eerst", "opprinnelig", "først", "oprindeligt", "ursprungligen", "původně", "poprvé",
    "nejprve", "pôvodne", "pierwotnie", "oryginalnie", "po raz pierwszy", "впервые", "первоначально", "изначально",
    "вперше", "уперше", "спочатку", "originàriament", "inițial", "ilk olarak",
)  # fmt: skip
PUBLISHED: Final[tuple[str, ...]] = (
    "published", "appeared", "appears", "ran", "run", "posted", "blogged", "featured", "printed", "aired", "erschienen",
    "erschien", "veröffentlicht", "publiziert", "abgedruckt", "publié", "publiée", "paru", "parue", "publicado",
    "publicada", "publicó", "apareció", "aparecido", "aparecida", "pubblicato", "pubblicata", "apparso", "apparsa",
    "uscito", "uscita", "apareceu", "saiu", "gepubliceerd", "verschenen", "verscheen", "publisert", "publiceret",
    "publicerad-", "vyšel", "vyšlo", "vyšla", "publikován-", "zveřejněn-", "otištěn-", "publikovan-", "opublikowan-",
    "ukazał-", "опубликован-", "вышел", "вышла", "вышло", "появил-", "напечатан-", "опублікован-", "вийшл-", "вийшов",
    "з'явил-", "publicat", "yayımlan-", "发表", "發表", "刊登", "刊载", "刊載", "刊于", "刊於", "载于", "載於", "首发",
    "首發", "来自", "來自", "出自", "转自", "轉自", "掲載",
)  # fmt: skip
AGAIN: Final[tuple[str, ...]] = (
    "republish", "republished", "republishing", "re-published", "reposted", "re-post", "re-posted", "reprinted",
    "reproduced", "syndicated from", "syndicated by", "syndicated with", "cross-posted", "crossposted",
    "cross-post from", "crosspost from", "repost from", "repost of", "used with permission", "used with the permission",
    "by permission of", "permission of", "courtesy of", "partnership with", "partners at", "republication guidelines",
    "übernommen", "übernehmen", "genehmigung", "nachdruck", "zweitveröffentlichung", "freundlicher genehmigung",
    "republié-", "repris", "reprise", "reproduit-", "avec l'autorisation", "avec l'accord", "aimable autorisation",
    "republicad-", "reproducid-", "reproduzid-", "tomado de", "tomada de", "con permiso de", "con autorización de",
    "ripubblicat-", "riprodott-", "tratto da", "gentile concessione", "overgenomen", "převzat-", "přetištěn-",
    "prevzat-", "przedruk-", "перепечат-", "репост", "републик-", "републік-", "передрук-", "разрешения", "дозволу",
    "转载", "轉載", "转贴", "轉貼", "授权", "授權", "転載",
)  # fmt: skip
ORIGINALS: Final[tuple[str, ...]] = (
    "original article", "original story", "original post", "original piece", "original text", "original version",
    "original essay", "original of this", "originalartikel", "originalbeitrag", "originaltext", "originalfassung",
    "zum original", "article original", "texte original", "version originale", "billet original", "artículo original",
    "texto original", "nota original", "publicación original", "articolo originale", "testo originale",
    "artigo original", "oorspronkelijke artikel", "originele artikel", "původní článek", "původního článku",
    "originální článek", "originál článku", "oryginalny artykuł", "оригинал", "оригінал", "原文", "原帖",
)  # fmt: skip
# What a credit may begin with that says nothing of what was published.
WITH: Final = frozenset(
    """
    we wir nous with by used shared published posted printed and the kind mit und avec con com met z ze za с з по за
    публикуется publié publicado pubblicato
    """.split()  # noqa: SIM905 - a word list
)
# What may stand before `original article` in a line that leads there; anything else says something about it.
LEADING: Final = frozenset(
    """
    a an and at available be can check click clicking find for found from full go have here hier in is it link links
    may more of on out please published read reading see source the this to translated translation version view visit
    was where you your auf aus das den der dieser diesem finden findet findest gibt hier im ist kann können lesen sie
    siehe steht und von wo zum zur ce cet dans de du en est l la le les lire on peut sur trouver voir vous a al aquí
    artículo del el en es este está la leer lee puede puedes ver il in leggere leggi può qui si sul testo trova aqui
    ler leia no na o pode ver читать читайте можно здесь тут на по ссылке ссылка можна посилання за
    """.split()  # noqa: SIM905 - a word list
)
BYLINES: Final = frozenset({"by", "von", "par", "por", "di", "da", "door", "autor", "author", "автор"})
# What stands between `published` and a name.
SMALL_WORDS: Final = frozenset(
    """
    in on at by the a an of as for from im am an auf bei der die das dem den des von vom dans sur par le la les l du de
    des en el los las del por no na nos nas em o os um il lo gli nel nella su sul sulla op het een w we na v ve
    """.split()  # noqa: SIM905 - a word list
)
# What may follow `published in` and names nobody.
TIMES: Final = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec spring summer autumn fall winter year early late mid monday tuesday wednesday thursday friday
    saturday sunday januar februar märz mai juni juli oktober dezember jahr jahre frühjahr herbst janvier février mars
    avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto
    septiembre octubre noviembre diciembre año janeiro fevereiro março maio junho julho setembro outubro dezembro ano
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre anno print book volume this that
    """.split()  # noqa: SIM905 - a word list
)
# How a letter to readers begins.
GREETINGS: Final[tuple[str, ...]] = (
    "dear ", "hello", "hi ", "hi,", "hey", "good morning", "welcome", "liebe ", "lieber ", "hallo", "guten morgen",
    "moin", "servus", "chère", "cher ", "chers ", "bonjour", "salut", "hola", "querid", "ciao", "cari ", "care ",
    "caro ", "olá", "beste ", "kære", "hej", "milí ", "drodzy", "шановн", "вітаю", "привіт", "добрий день", "дорог",
    "друзі", "здравствуйте", "привет", "друзья",
)  # fmt: skip

# How a line begins that only says whom a text is from.
FROM: Final[tuple[str, ...]] = (
    "courtesy of ", "from the ", "from: ", "via the ", "reprinted from ", "reposted from ", "aus dem ", "aus: ",
    "mit dank an ", "avec ", "cortesía de ", "per gentile concessione", "з сайту ", "с сайта ",
)  # fmt: skip

# What leads on to the rest of a text, or to the text itself, in a line that has a link; what stands before it is that
# text's beginning, or a copy of it, or somebody's own words on it.
READ_ON: Final[tuple[str, ...]] = (
    "read the full", "read the whole", "read the rest", "full article", "full story", "continue reading",
    "keep reading", "weiterlesen", "ganzen artikel", "vollständigen artikel", "lire la suite", "article complet",
    "seguir leyendo", "artículo completo", "continua a leggere", "articolo completo", "leia mais", "lees verder",
    "czytaj dalej", "cały artykuł", "číst dál", "celý článek", "читать далее", "читать полностью", "читати далі",
    "повний текст", "полный текст", "阅读全文", "閱讀全文", "続きを読む",
)  # fmt: skip
READ_ORIGINAL: Final[tuple[str, ...]] = (
    "in full", "the whole of", "full text", "am reposting", "i'm reposting", "we're reposting", "are reposting",
    "copied from", "taken from", "originally from", "borrowed from", "borrowed with permission", "shared from",
    "read the original", "read this article", "read this story", "read this essay", "see the original",
    "view the original", "original article", "original story", "original post", "original text", "original version",
    "original here", "zum original", "originalartikel", "lire l'original", "lire l'article original",
    "article original", "artículo original", "el original", "articolo originale", "l'originale", "artigo original",
    "читайте оригінал", "оригінал", "читайте оригинал", "оригинал", "за матеріалами", "по материалам", "阅读原文",
    "閱讀原文", "原文", "元記事",
)  # fmt: skip
# What says of a text that stands below in the form of a quotation that it is there whole.
REPOSTED_HERE: Final[tuple[str, ...]] = (
    "repost it here", "reposting it here", "repost it in full", "reposting it in full", "reproduce it here",
    "reproduced here in full", "reproduced in full", "republish it here", "republishing it here", "quote it in full",
    "quoted in full", "quoting it in full", "here it is in full", "in its entirety", "hier im volltext", "im wortlaut",
    "en intégralité", "dans son intégralité", "lo reproduzco", "íntegramente", "integralmente", "na íntegra",
    "привожу полностью", "наводжу повністю", "转载于此", "轉載於此", "转载如下", "轉載如下", "全文转载", "全文轉載",
    "全文如下",
)  # fmt: skip
# Words that say that the credited text stands below.
BELOW: Final[tuple[str, ...]] = (
    "the following", "below is", "what follows", "here is the", "der folgende", "nachfolgend", "im folgenden",
    "le texte qui suit", "ci-dessous", "el siguiente", "a continuación", "o texto a seguir", "a seguir", "abaixo",
    "il seguente", "di seguito", "hieronder", "následující", "poniższy", "poniżej", "ниже", "нижче", "以下", "下面",
)  # fmt: skip
VERSIONS: Final = frozenset(
    {"version", "extract", "fassung", "auszug", "versión", "extrait", "versione", "versão", "verze", "wersja", "версия"}
)
ADVERBS: Final = frozenset(
    {"also", "as", "auch", "aussi", "también", "anche", "também", "ook", "také", "także", "также"}
)
# What a publisher calls the text.
WORKS: Final[tuple[str, ...]] = (
    "article", "story", "post", "piece", "essay", "op-ed", "oped", "opinion", "commentary", "column", "interview",
    "text", "editorial", "report", "dispatch", "artikel", "beitrag", "gastbeitrag", "kommentar", "billet", "texte",
    "tribune", "chronique", "entretien", "reportage", "artículo", "columna", "texto", "nota", "entrevista", "entrada",
    "tribuna", "crónica", "articolo", "testo", "intervista", "editoriale", "artigo", "coluna", "stuk", "verhaal",
    "článek", "komentář", "rozhovor", "sloupek", "článok", "artykuł", "tekst", "wywiad", "статья", "материал", "текст",
    "интервью", "колонка", "публикация", "статью", "материала", "стаття", "матеріал", "статтю", "статті", "матеріалу",
    "публікація", "публікацію", "інтерв'ю", "本文", "文章", "原文", "此文", "该文", "該文", "本篇", "这篇", "這篇",
)  # fmt: skip
WORKS_SET: Final = frozenset(WORKS)

# That a text is a part of another.
EXCERPT_PHRASES: Final[tuple[str, ...]] = (
    "is an excerpt from", "is excerpted from", "excerpted from", "is an extract from", "is an edited extract",
    "this excerpt", "auszug aus", "extrait de l", "extracto de", "estratto da", "uddrag af", "utdrag fra", "úryvek z",
    "fragment książki", "отрывок из", "уривок з", "节选自", "節選自", "摘自",
)  # fmt: skip

# Labels (`Source: ...`) that can credit a whole text.
REPOST_LABELS: Final[tuple[str, ...]] = (
    "via", "originally published", "first published", "published in", "published at", "erschienen in", "erschien in",
    "originally posted", "translated from", "via url", "link original", "link do original", "原载", "原載", "轉載",
    "转载", "source", "quelle", "fuente", "fonte", "bron", "kilde", "källa", "lähde", "zdroj", "źródło", "forrás",
    "kaynak", "источник", "джерело", "courtesy", "来源", "來源", "出处", "出處", "原文", "出典", "출처", "المصدر",
    "original", "original article", "originally at", "artikel asli", "sumber", "оригинал", "оригінал",
    "first publication", "erstveröffentlichung", "erstpublikation", "original source", "article original",
    "artículo original", "articolo originale", "artigo original", "nota original", "texto original",
    "publicación original", "texte original", "originalartikel", "originalbeitrag", "originaltext", "původní článek",
    "původní text", "ссылка на оригинал", "信息来源", "資料來源", "πηγή",
)  # fmt: skip

CREDIT_PHRASES: Final[tuple[str, ...]] = tuple(
    dict.fromkeys([*(p for group in REPOST_PHRASES.values() for p in group), *EXCERPT_PHRASES])
)
