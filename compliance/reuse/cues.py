"""The phrases and labels that tell whose text it is, by language: data only, all in lower case.

Phrases are matched in text in lower case with single spaces, from the beginning of a word on, so a phrase is as short
as it can be without meaning something else. To teach the linker a language, add its phrases here, and its single words
in `cue_words`.
"""

from __future__ import annotations

from typing import Final

# What stands before the colon of an attribution: `Source: ...`.
SOURCE_LABELS: Final[tuple[str, ...]] = (
    "source", "sources", "via", "from", "credit", "original", "original article", "original post", "originally",
    "read more", "link", "full article", "read the full story", "h/t", "hat tip", "quelle", "quellen", "original auf",
    "aus", "zum artikel", "fuente", "enlace", "tomado de", "fonte", "source originale", "lire aussi", "tiré de", "bron",
    "kilde", "källa", "lähde", "zdroj", "źródło", "źrodlo", "forrás", "kaynak", "sumber", "источник", "оригинал",
    "джерело", "за матеріалами", "крыніца", "извор", "izvor", "πηγή", "来源", "來源", "出处", "出處", "原文",
    "原文链接", "原文連結", "链接", "連結", "原文地址", "出典", "引用元", "참고", "출처", "المصدر", "מקור",
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
    "this", "the following", "these", "translation", "übersetzung", "traduction", "traducción", "tradução",
    "traduzione", "vertaling", "překlad", "tłumaczenie", "перевод", "переклад", "translated", "ceci", "esto es",
    "isto é", "dieser", "diese", "dieses", "dies", "der artikel", "cet", "cette", "ce texte", "este", "esta", "questo",
    "questa", "dit", "deze", "denne", "dette", "den här", "tento", "tato", "ten ", "эта", "этот", "текст", "статья",
    "материал", "ця", "цей", "стаття", "матеріал", "本文", "这篇", "這篇", "文章", "この", "이 글", "이 문서",
    "이 기사", "이 포스트", "이 게시물", "본 글", "본 문서", "본 포스트", "해당 글", "bu yazı", "artikel ini",
    "el artículo", "l'article", "il testo", "l'articolo", "artykuł", "tekst", "článek", "article", "story", "essay",
    "opinion", "interview", "column", "op-ed",
)  # fmt: skip

# The author's own words, or place.
OWN_TEXT: Final[tuple[str, ...]] = (
    "my blog", "my own", "my personal", "my old", "my previous", "my other", "my site", "my website", "my newsletter",
    "my column", "i've republished", "i republished", "personal-but", "an internal", "our previous", "our earlier",
    "our blog", "our own", "our site", "our newsletter", "my substack", "my medium", "i originally", "i first",
    "i wrote", "i posted", "i published", "we originally", "we first", "we published", "i've written", "i have written",
    "i said", "i tweeted", "i once wrote", "mein blog", "meinem blog", "meiner seite", "unserem blog", "hatte ich",
    "habe ich", "schrieb ich", "ich schrieb", "mon blog", "notre blog", "j'ai écrit", "j'écrivais", "mi blog",
    "nuestro blog", "escribí", "he escrito", "mio blog", "ho scritto", "meu blog", "escrevi", "мой блог", "моём блоге",
    "моем блоге", "я написал", "я писал", "моєму блозі", "я написав", "我的博客", "我写", "我的网站", "私のブログ",
    "series of tweets", "twitter thread", "tweetstorm", "thread on twitter", "thread on mastodon",
)  # fmt: skip

# What follows a sentence with these is the author's own, unless somebody speaks in it.
OWN_WORDS: Final[tuple[str, ...]] = (
    "my reply", "my response", "my answer", "my letter", "my comment", "my position", "my notes", "i replied",
    "i answered", "it should start", "it should read", "it should say", "something like this", "our reply",
    "our response", "our answer", "our letter", "our position", "meine antwort", "meine position", "mein brief",
    "mein kommentar", "unsere antwort", "unsere position", "ich antwortete", "ma réponse", "ma position", "ma lettre",
    "mon commentaire", "notre réponse", "notre position", "j'ai répondu", "mi respuesta", "mi réplica", "mi replica",
    "mi postura", "mi carta", "mi comentario", "nuestra respuesta", "nuestra postura", "minha resposta",
    "minha posição", "nossa resposta", "la mia risposta", "la mia posizione", "la mia lettera", "la nostra risposta",
    "mijn antwoord", "mijn reactie", "onze reactie", "moje odpověď", "moje reakce", "naše odpověď", "naše stanovisko",
    "moja odpowiedź", "nasza odpowiedź", "мой ответ", "моё письмо", "наш ответ", "я ответил", "моя відповідь",
    "мій лист", "наша відповідь", "я відповів", "我的回复", "我的回覆", "我的回答", "我的评论", "我们的回应",
)  # fmt: skip

# What one writes to somebody.
MESSAGES: Final = (
    "email", "e-mail", "letter", "comment", "reply", "message", "kommentar", "nachricht", "lettre", "courriel", "carta",
    "correo", "mensaje", "mensagem", "lettera", "messaggio", "письмо", "листа", "dopis",
)  # fmt: skip

# What begins a clause that speaks of something else.
TURNS: Final = ("but", "aber", "mais", "pero", "mas", "ma", "maar", "ale", "но", "але")

# What was written to the author alone is published nowhere.
PRIVATE: Final[tuple[str, ...]] = (
    "by email", "by e-mail", "via email", "emailed me", "e-mailed me", "email is below", "e-mail is below",
    "letter is below", "message is below", "email i got", "email i received", "letter i received",
    "i received an email", "i received a letter", "i got an email", "wrote me", "wrote to me", "an email from",
    "an e-mail from", "told me", "wrote us", "wrote to us", "emailed us", "e-mailed us", "interview with us",
    "interview with me", "schrieb uns", "interview mit uns", "nous écrit", "nos escribe", "ci scrive", "per e-mail",
    "per mail", "schrieb mir", "par email", "par e-mail", "par mail", "m'écrit", "me signale", "por correo",
    "me escribe", "per email", "mi scrive", "mi ha scritto", "napsal mi", "napisał do mnie", "по почте", "написал мне",
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

# The same source speaks on.
CONTINUATION: Final[tuple[str, ...]] = (
    "went on", "goes on", "continues", "continued", "adds", "added", "also", "later in", "elsewhere", "further", "then",
    "the same article", "the piece", "the article", "the essay", "the report", "the author", "and this", "finally",
    "concludes", "weiter", "außerdem", "zudem", "ferner", "schließlich", "plus loin", "ajoute", "poursuit",
    "más adelante", "añade", "continúa", "prosegue", "aggiunge", "inoltre", "vervolgt", "verder", "videre",
    "legger til", "vidare", "dále", "dodává", "dalej", "dodaje", "далее", "добавляет", "продолжает", "также", "далі",
    "додає", "продовжує", "також", "接着", "还", "同时", "さらに",
)  # fmt: skip

# What a sentence calls the text that it goes on to quote.
THE_WORK: Final[tuple[str, ...]] = (
    "this paper", "the paper", "this article", "the article", "this essay", "the essay", "this post", "the post",
    "this piece", "the piece", "this story", "the report", "this interview", "the interview", "this passage",
    "favorite line", "favourite line", "favorite quip", "favorite quote", "favourite quote", "dem artikel",
    "des artikels", "diesem artikel", "dem text", "dem interview", "cet article", "l'article", "ce texte",
    "este artículo", "el artículo", "del artículo", "questo articolo", "dell'articolo", "neste artigo", "o artigo",
    "het artikel", "článku", "artykule", "artykułu", "статье", "статьи", "статті", "这篇文章", "這篇文章", "文中",
    "文章中", "記事",
)  # fmt: skip

# Who links a page with these goes on to quote it.
ANNOUNCED: Final[tuple[str, ...]] = (
    "i'll quote", "i’ll quote", "i will quote", "we'll quote", "quote from it below", "quotes below",
    "quotations below", "excerpts below", "all quotes", "all quotations", "quotes are from", "quotations are from",
    "quotes are taken from", "excerpts are from", "a few excerpts", "some excerpts", "a few quotes", "some quotes",
    "favorite quotes", "favourite quotes", "favorite passages", "favourite passages", "a few passages", "some passages",
    "highlights from", "my highlights", "my notes on", "my notes from", "alle zitate", "zitate aus", "auszüge aus",
    "quelques extraits", "des extraits", "algunos extractos", "algunas citas", "alguns trechos", "alcuni estratti",
    "цитаты из", "цитати з", "以下引用", "以下均引用", "以下摘录", "以下摘錄", "摘录如下", "摘錄如下", "摘抄",
)  # fmt: skip

# What a sentence calls whoever wrote the text that it goes on to quote.
THE_AUTHOR: Final[tuple[str, ...]] = (
    "the author", "the authors", "the writer", "elsewhere", "he writes", "she writes", "they write", "he adds",
    "she adds", "they add", "der autor", "die autorin", "die autoren", "l'auteur", "l'autrice", "el autor", "la autora",
    "l'autore", "o autor", "a autora", "de auteur", "autor", "autorka", "автор", "作者", "著者",
)  # fmt: skip

# What a rewritten report calls where it is from.
THE_OUTLET: Final[tuple[str, ...]] = (
    "the outlet", "the newspaper", "the paper", "the magazine", "the publication", "the journal", "the broadcaster",
    "the news agency", "the agency", "the news site", "the website", "the portal", "the weekly", "the daily",
    "is quoted as", "was quoted as", "quoted as saying", "it quotes", "quotes him", "quotes her", "quotes them",
    "die zeitung", "der zeitung", "das blatt", "dem blatt", "das magazin", "dem magazin", "das portal", "dem portal",
    "die agentur", "der agentur", "der sender", "dem sender", "le journal", "au journal", "du journal", "le quotidien",
    "au quotidien", "le magazine", "au magazine", "le média", "l'agence", "el diario", "al diario", "el periódico",
    "al periódico", "la revista", "el medio", "la agencia", "il giornale", "al giornale", "il quotidiano",
    "al quotidiano", "la rivista", "o jornal", "ao jornal", "a revista", "de krant", "het blad", "deník", "deníku",
    "časopis", "gazeta", "gazecie", "dziennik", "dziennikowi", "tygodnik", "портал", "издание", "изданию", "издания",
    "газета", "газете", "газеты", "журнал", "журналу", "агентство", "агентству", "агентства", "в публикации",
    "в материале", "видання", "виданню", "газеті", "у публікації", "в публікації", "в матеріалі",
    "у матеріалі", "报纸", "该报", "該報", "该刊", "該刊", "同紙",
)  # fmt: skip

# Thanks for pointing to a text.
HINTS: Final = ("via ", "via:", "h/t", "ht ", "hat tip", "found via", "gefunden bei", "vu chez", "visto en")

# What a paragraph says of the quotation above it, with a link to where that is from.
ABOVE: Final[tuple[str, ...]] = (
    "the above is", "the above was", "the above comes", "the above quot", "the above text", "the above passage",
    "the quote above", "the quotation above", "the passage above", "quoted above", "that's from", "that is from",
    "these words", "those words", "this quote is", "this quotation is", "this is from", "das obige", "obiges zitat",
    "das zitat stammt", "la citation ci-dessus", "cette citation", "la cita anterior", "esta cita", "la citazione",
    "text is from", "quote is from", "quotation is from", "passage is from", "excerpt is from", "words are from",
    "text comes from", "quote comes from", "quotation comes from", "passage comes from",
    "cette phrase", "以上引", "以上内容", "以上內容",
)  # fmt: skip

# How a paragraph begins that says whose the quotation above it was.
SO_SAYS: Final = (
    "so says", "so said", "so writes", "so wrote", "so reports", "so reported", "so schreibt", "so schrieb", "so sagt",
    "so steht es", "ainsi parle", "ainsi écrit", "así lo cuenta", "así lo dice", "così scrive", "così dice",
)  # fmt: skip

# What the link to an original says.
ORIGINAL_ANCHORS: Final[tuple[str, ...]] = (
    "original", "orginal", "here", "article", "artikel", "artículo", "articolo", "artigo", "post", "piece", "story",
    "hier", "ici", "aquí", "qui", "źródł", "оригинал", "оригінал", "здесь", "тут", "原文", "此处", "这里", "元記事",
    "원문",
)  # fmt: skip

# What a callout begins with that is written as a quotation.
CALLOUTS: Final = frozenset(
    {
        "achtung", "actualización", "ad", "advertencia", "advertisement", "anzeige", "en bref", "en resumen", "fazit",
        "in brief", "in short", "key takeaway", "key takeaways", "kurz gesagt", "publicidad", "publicité", "question",
        "question for you", "read next", "resumen", "résumé", "sponsor", "sponsored", "takeaway", "takeaways",
        "werbung", "zusammenfassung", "коротко", "підсумок", "итог", "реклама", "要点", "要點", "总结", "總結", "小结",
        "aggiornamento", "astuce", "atenção", "attention", "attenzione", "avertissement", "aviso", "caution", "consejo",
        "correction", "danger", "dica", "disclaimer", "edit", "editor's note", "editor’s note", "faq", "heads up",
        "hint", "hinweis", "hinweise", "huom", "important", "importante", "info", "korrektur", "let op", "merk",
        "mise à jour", "nachtrag", "nota", "nota bene", "note", "notes", "obs", "opmerking", "poznámka", "pozor",
        "prerequisites", "related", "remarque", "see also", "spoiler", "translator's note", "translator’s note",
        "note from the translator", "author's note", "author’s note", "anmerkung", "anmerkung der redaktion",
        "anm. d. red", "note de la rédaction", "ndlr", "ndt", "nota del traductor", "nota do tradutor",
        "nota del editor", "nota da redação", "nota dell'autore", "译者注", "譯者註", "译注", "编者按", "編者按",
        "примечание редактора", "примечание переводчика", "від редакції", "от редакции", "summary", "tip", "tipp",
        "tips", "tl;dr", "tldr", "todo", "update", "updated", "uwaga", "warning", "wichtig", "важно", "внимание",
        "обновление", "оновлення", "примечание", "примітка", "увага", "ملاحظة", "提示", "更新", "注", "注意", "补充",
        "說明", "警告", "说明", "주의", "참고",
    }
)  # fmt: skip

# How the furniture of a newsletter begins that stands in the form of a quotation.
FURNITURE: Final[tuple[str, ...]] = (
    "a word from our sponsor", "a word from our partner", "become a member", "become a patron", "become a paid",
    "brought to you by", "buy me a coffee", "enjoying this", "enjoy this newsletter", "enjoyed this", "forward it to",
    "forward this", "forwarded this", "if you like this", "if you liked this", "like what you read", "share this",
    "sign up", "subscribe to this", "subscribe to our", "subscribe for free", "support this newsletter", "support us",
    "thanks for reading", "thank you for reading", "this newsletter is", "today's sponsor", "was this forwarded",
    "if you value", "please consider", "this post is from", "this article is from", "we're hiring", "we are hiring",
    "you are reading", "you're reading", "abonniere", "abonnieren sie", "newsletter abonnieren", "weiterleiten",
    "abonnez-vous", "soutenez", "suscríbete", "suscríbase", "comparte este", "assine", "inscreva-se", "iscriviti",
    "condividi", "підпишіться", "підписуйтесь", "підтримайте", "подпишитесь", "подписывайтесь", "поддержите",
    "欢迎订阅", "歡迎訂閱",
)  # fmt: skip

# What follows a sentence with these is a saying, and nobody's.
SAYINGS: Final[tuple[str, ...]] = (
    "a saying", "the saying", "old saying", "as the adage", "old adage", "proverb", "often been said", "often said",
    "people say", "we have all heard", "so the joke", "old joke", "redensart", "sprichwort", "proverbe", "dicton",
    "refrán", "dicho popular", "ditado", "proverbio", "пословица", "поговорка", "прислів'я", "приказка", "俗话说",
    "俗話說", "常言道",
)  # fmt: skip

# What heads a list of what a text was made from.
SOURCE_HEADINGS: Final = frozenset(
    {
        "links", "link", "source", "sources", "reference", "references", "further reading", "quelle", "quellen",
        "weblinks", "fuente", "fuentes", "enlaces", "referencias", "liens", "références", "fonte", "fonti", "fontes",
        "riferimenti", "bronnen", "zdroje", "zdroj", "źródła", "odkazy", "источники", "источник", "ссылки", "джерела",
        "джерело", "посилання", "参考", "参考资料", "参考文献", "参考链接", "參考資料", "來源", "来源", "出典", "参照",
    }
)  # fmt: skip

# Classes of elements that hold an attribution.
CLASSES_OF_ATTRIBUTION: Final[tuple[str, ...]] = (
    "cite", "attribution", "source", "credit", "author", "byline", "quelle", "fuente", "caption",
)  # fmt: skip

DASHES: Final = "—–―‒-−⸺~～"
