import type { Localised } from "./locale.ts";
import type { SourceKind } from "./source-kinds.ts";

/** What each key is, for the editors and forms that ask for it. Keys further in are named by their path. */
export const keyWords: Readonly<Record<SourceKind, Readonly<Record<string, Localised>>>> = {
  newsroom: {
    name: { da: "presserummets navn", en: "the press room's name" },
    publisher: { da: "hvem presserummet tilhører", en: "whose it is" },
    url: { da: "hvor det står på nettet: https og et værtsnavn", en: "where it stands: https and a host" },
    about: { da: "hvad det er, i en sætning eller to", en: "what it is, in a sentence or two" },
    earlier_about: {
      da: "hvad presserummet før har sagt om sig selv; ældre meddelelser beholder det",
      en: "what it said of itself before; older releases keep it",
    },
    "earlier_about.until": { da: "den sidste dag, det gjaldt", en: "the last day on which it was said" },
    colours: { da: "presserummets egne farver", en: "the press room's own colours" },
    "colours.light": { da: "på lys bund", en: "on a light ground" },
    "colours.light.accent": { da: "streger og mærker", en: "rules and marks" },
    "colours.light.link": { da: "links", en: "links" },
    "colours.dark": { da: "på mørk bund", en: "on a dark ground" },
    "colours.dark.accent": { da: "streger og mærker", en: "rules and marks" },
    "colours.dark.link": { da: "links", en: "links" },
    zone: {
      da: "den tidszone, som datoer er ment i; Europe/Copenhagen, hvis intet er skrevet",
      en: "the zone in which dates are meant; Europe/Copenhagen where it is left out",
    },
    press_contact: {
      da: "id på den kontakt, som pressen skal ringe til, når en meddelelse ikke nævner nogen",
      en: "the id of the contact to call when a release names nobody",
    },
    accessibility: {
      da: "id på tilgængelighedserklæringens side; foden af alle sider og /was fører dertil",
      en: "the id of the page with the accessibility statement; every page's foot and /was lead to it",
    },
    privacy: {
      da: "id på siden om, hvad der gemmes om læserne; foden af alle sider fører dertil",
      en: "the id of the page on what is kept of readers; every page's foot leads to it",
    },
    authors_language: {
      da: "det sprog, de, der skriver, får besked på: da eller en",
      en: "the language in which those who write are told what is wrong: da or en",
    },
    hub: {
      da: "adressen på en WebSub-hub, som får besked, hver gang et feed ændres",
      en: "the address of a WebSub hub, which is told each time that a feed changes",
    },
    data_licence: {
      da: "adressen på den licens, som data må bruges under",
      en: "the address of the licence under which data may be used",
    },
  },
  release: {
    id: {
      da: "meddelelsens navn for altid; ændres aldrig, heller ikke når overskriften gør",
      en: "the name for ever; it never changes, unlike the headline",
    },
    title: { da: "overskriften, højst 200 tegn", en: "the headline, at most 200 signs" },
    slug: {
      da: "enden på adressen; dannes af overskriften, hvis den er udeladt",
      en: "the end of the address; made from the title where it is left out",
    },
    date: {
      da: "dagen, eller dag og klokkeslæt, for meddelelsen",
      en: "the day, or the day and hour, of the release",
    },
    embargo: {
      da: "dag og klokkeslæt, før hvilket intet af den er offentligt",
      en: "day and hour before which nothing of it is public",
    },
    lead: { da: "manchetten: det første afsnit, sagt én gang", en: "the first paragraph, said once" },
    in_brief: {
      da: "sagen i nogle få sætninger, til den, der har et halvt minut",
      en: "the matter in a few sentences, for whoever has half a minute",
    },
    programme: { da: "id på et program", en: "the id of a programme" },
    case: { da: "id på en sag", en: "the id of a case" },
    contacts: {
      da: "id'er på kontakter; den, man skal ringe til først, står øverst",
      en: "ids of contacts, the first to call first",
    },
    photos: { da: "id'er på fotos, det vigtigste først", en: "ids of photos, the most important first" },
    topics: { da: "nogle få emneord", en: "a few words of topic" },
    links: { da: "hvor man kan læse videre", en: "where to go on" },
    "links.label": { da: "linkets tekst", en: "what the link says" },
    "links.url": { da: "en adresse på nettet", en: "an address on the web" },
    "links.members_of": { da: "i stedet for url: id på et organ", en: "instead of url: the id of a body" },
    sample: { da: "true for et opdigtet eksempel", en: "true for an example of nobody's" },
    imported: {
      da: "for en meddelelse, der først er offentliggjort et andet sted",
      en: "for a release that was published elsewhere first",
    },
    "imported.url": { da: "hvor den blev offentliggjort", en: "where it was published" },
    "imported.title": {
      da: "original, eller reconstructed, hvis overskriften er gået tabt",
      en: "original, or reconstructed where the headline was lost",
    },
    english: {
      da: "når der ikke er nogen en.md: later, hvis den kommer, none, hvis ikke",
      en: "where there is no en.md: later if one is to come, none if not",
    },
    corrections: {
      da: "hvad der er rettet efter offentliggørelsen, det ældste først",
      en: "what was changed after it was published, oldest first",
    },
    "corrections.date": { da: "dag og klokkeslæt for rettelsen", en: "day and hour of the correction" },
    "corrections.change": {
      da: "major, hvis nogen kan have bragt det forkerte, ellers minor",
      en: "major if somebody may have printed what was wrong, else minor",
    },
    "corrections.note": { da: "hvad der er rettet, i én sætning", en: "what was changed, in a sentence" },
    withdrawn: { da: "meddelelsen er trukket tilbage", en: "the release is taken back" },
    "withdrawn.date": { da: "dag og klokkeslæt", en: "day and hour" },
    "withdrawn.reason": { da: "hvorfor, i én sætning", en: "why, in a sentence" },
    former_addresses: {
      da: "hvor den stod, før adressen blev ændret; læsere bliver sendt videre",
      en: "where it stood before its address was changed; readers are sent on",
    },
    advance: {
      da: "hvem der må læse den, før embargoen udløber; npm run advance skriver linjerne",
      en: "who may read it before the embargo ends; npm run advance writes the lines",
    },
    "advance.for": {
      da: "navnet, som står hen over siden",
      en: "the name that stands all over the page",
    },
    "advance.until": { da: "dag og klokkeslæt, hvor linket dør", en: "day and hour at which the link dies" },
    "advance.key": {
      da: "32 tilfældige tegn: delen af adressen, som ingen kan gætte",
      en: "32 signs by chance: the part of the address that nobody can guess",
    },
  },
  translation: {
    title: { da: "overskriften", en: "the headline" },
    slug: { da: "enden på adressen", en: "the end of the address" },
    lead: { da: "det første afsnit", en: "the first paragraph" },
    in_brief: { da: "sagen i nogle få sætninger", en: "the matter in a few sentences" },
    follows: {
      da: "mærket på den danske tekst, som dette er oversat fra; npm run check viser det",
      en: "the mark of the Danish text that this is the translation of; npm run check shows it",
    },
  },
  photo: {
    file: {
      da: "originalens filnavn, hvis det ikke er det samme som denne fils",
      en: "the original's name, where it is not that of the sidecar",
    },
    alt: {
      da: "hvad der er at se, for dem, der ikke ser det; ikke billedteksten",
      en: "what is to be seen, for those who do not see it; not the caption",
    },
    caption: { da: "billedteksten: hvad billedet handler om", en: "what the picture is about" },
    credit: { da: "hvem der skal nævnes: Foto: …", en: "who is to be named" },
    creator: { da: "fotografen", en: "who took it" },
    creator_unknown: {
      da: "i stedet for creator: hvorfor fotografen er ukendt",
      en: "instead of creator: why nobody knows",
    },
    copyright: { da: "hvem der har rettighederne", en: "who has the right to it" },
    licence: { da: "hvad det må bruges til", en: "what it may be used for" },
    "licence.name": { da: "licensens navn", en: "its name" },
    "licence.url": { da: "hvor licensen står", en: "where it stands" },
    "licence.terms": { da: "det samme i én sætning", en: "the same in one sentence" },
    people: { da: "hvem der er på billedet", en: "who is in the picture" },
    "people.name": { da: "personens navn", en: "the person's name" },
    "people.consent": {
      da: "hvad der giver lov til at vise billedet af personen",
      en: "what allows the picture of this person to be shown",
    },
    "people.consent.basis": {
      da: "consent (samtykke), contract (aftale), public-task (myndighedsopgave) eller legitimate-interest (legitim interesse)",
      en: "consent, contract, public-task or legitimate-interest",
    },
    "people.consent.until": {
      da: "sidste dag, eller dag og klokkeslæt; derefter forsvinder billedet af sig selv",
      en: "the last day, or the day and hour; after it the photo is gone by itself",
    },
    place: { da: "hvor det er taget", en: "where it was taken" },
    event: { da: "ved hvilken lejlighed", en: "on which occasion" },
    taken: {
      da: "hvornår, så nøjagtigt som det vides: 2026, 2026-02 eller 2026-02-14",
      en: "when, as precisely as is known: 2026, 2026-02 or 2026-02-14",
    },
    focus: {
      da: "det punkt, som beskæringer beholder: fra venstre og fra oven, 0 til 1",
      en: "the point that crops keep: from the left and from the top, 0 to 1",
    },
    placeholder: {
      da: "true for en tegning, der står i stedet for et foto",
      en: "true for a drawing that stands in for a photo",
    },
  },
  contact: {
    name: { da: "navnet", en: "the name" },
    type: { da: "person, eller desk for en vagt eller et kontor", en: "person, or desk for an office" },
    roles: {
      da: "hvad personen er, det vigtigste først",
      en: "what the person is, the most important first",
    },
    "roles.title": { da: "titlen", en: "the title" },
    "roles.body": { da: "id på det organ, som hvervet er i", en: "the id of the body that it is held in" },
    "roles.department": { da: "afdelingen", en: "the part of the house" },
    "roles.from": { da: "den første dag", en: "the first day" },
    "roles.to": { da: "den sidste dag", en: "the last day" },
    phone: {
      da: "telefonnummeret: otte danske cifre, eller + og landekoden",
      en: "the telephone number: eight Danish digits, or + and the country's code",
    },
    mobile: { da: "mobilnummeret, skrevet som phone", en: "the mobile number, written like phone" },
    email: { da: "e-mailadressen", en: "the e-mail address" },
    no_sms: {
      da: "true for et nummer, der ikke modtager sms",
      en: "true for a number that takes no text messages",
    },
    hours: { da: "hvornår der er nogen", en: "when somebody answers" },
    "hours.days": { da: "ugedagene", en: "the days of the week" },
    "hours.from": { da: "fra klokken", en: "from this hour" },
    "hours.to": { da: "til klokken", en: "to this hour" },
    on_holidays: {
      da: "true, hvis der også er nogen på helligdage",
      en: "true where somebody answers on holidays too",
    },
    party: { da: "den folkevalgtes liste eller parti", en: "the list or party of somebody elected" },
    seat: { da: "den folkevalgtes kreds", en: "the constituency of somebody elected" },
    portrait: { da: "portrættet: id på et foto", en: "the portrait: the id of a photo" },
    historical_on: {
      da: "den dag, da alt dette passede, hvis det måske ikke gør det mere",
      en: "the day on which all this was true, where it may no longer be",
    },
    sample: { da: "true for et opdigtet eksempel", en: "true for an example of nobody's" },
  },
  programme: {
    name: { da: "navnet", en: "the name" },
    slug: { da: "enden på adressen på hvert sprog", en: "the end of the address in each language" },
    former_addresses: {
      da: "hvor siden stod, før adressen blev ændret",
      en: "where its page stood before the slug was changed",
    },
    summary: { da: "hvad det er, i en sætning eller to", en: "what it is, in a sentence or two" },
    embargo: {
      da: "dag og klokkeslæt, før hvilket intet af det er offentligt",
      en: "day and hour before which nothing of it is public",
    },
    period: { da: "det første og det sidste år: 2009/2011", en: "the first and the last year: 2009/2011" },
    budget: { da: "pengene", en: "the money" },
    "budget.exact": { da: "det nøjagtige beløb, i hele kroner", en: "to the last unit" },
    "budget.rounded": {
      da: "beløbet, som teksten runder det af",
      en: "as the text says it, where that is rounder",
    },
    "budget.currency": {
      da: "tre bogstaver; DKK, hvis de er udeladt",
      en: "three letters; DKK where it is left out",
    },
    covers: { da: "hvad pengene går til", en: "what the money pays for" },
    aim: { da: "hvad der skal komme ud af det", en: "what is to come of it" },
    target_group: { da: "hvem det er for", en: "for whom" },
    supports: { da: "hvad der gives støtte til", en: "what support is given for" },
    routes: { da: "hvordan man kommer med", en: "how one takes part" },
    inspiration: { da: "hvor idéen kommer fra", en: "where the idea is from" },
    sectors: { da: "brancher", en: "lines of business" },
    priorities: { da: "hvad der kommer først", en: "what comes first" },
    url: { da: "programmets egen side et andet sted", en: "a page of its own elsewhere" },
    contacts: { da: "id'er på kontakter", en: "ids of contacts" },
    sample: { da: "true for et opdigtet eksempel", en: "true for an example of nobody's" },
  },
  case: {
    title: { da: "hvad der skal besluttes", en: "what is to be decided" },
    slug: { da: "enden på adressen på hvert sprog", en: "the end of the address in each language" },
    former_addresses: {
      da: "hvor siden stod, før adressen blev ændret",
      en: "where its page stood before the slug was changed",
    },
    embargo: {
      da: "dag og klokkeslæt, før hvilket intet af den er offentligt",
      en: "day and hour before which nothing of it is public",
    },
    number: { da: "sagsnummeret", en: "the case's number in your files" },
    programme: { da: "id på et program", en: "the id of a programme" },
    steps: {
      da: "vejen gennem organerne, det tidligste først",
      en: "the way through the bodies, the earliest first",
    },
    "steps.id": { da: "et navn, der er enestående i sagen", en: "a name within the case" },
    "steps.body": { da: "id på organet", en: "the id of the body" },
    "steps.date": { da: "dagen for mødet", en: "the day of the meeting" },
    "steps.action": { da: "hvad organet skal: beslutte, indstille, høre …", en: "what the body is to do" },
    "steps.subject": {
      da: "hvad organet bliver spurgt om, i én sætning",
      en: "what the body is asked, in a sentence",
    },
    "steps.outcome": {
      da: "udfaldet; udelades, indtil det kendes",
      en: "the outcome; left out until it is known",
    },
    documents: {
      da: "dokumenter som PDF, i en mappe med sagens navn ved siden af denne fil",
      en: "documents as PDF, in a folder of the case's name beside this file",
    },
    "documents.file": { da: "filens navn i mappen", en: "the file's name in the folder" },
    "documents.title": { da: "hvad dokumentet hedder", en: "what the document is called" },
    "documents.language": {
      da: "sproget, det er skrevet på, med to bogstaver",
      en: "what it is written in, by two letters",
    },
    "documents.date": { da: "dokumentets dag", en: "the day of the document" },
    "documents.step": {
      da: "id på det trin, som det hører til",
      en: "the id of the step that it belongs to",
    },
    "documents.embargo": {
      da: "dag og klokkeslæt, før hvilket dokumentet ikke er offentligt",
      en: "day and hour before which the document is not public",
    },
    sample: { da: "true for et opdigtet eksempel", en: "true for an example of nobody's" },
  },
  body: {
    name: { da: "navnet", en: "the name" },
    slug: { da: "enden på adressen på hvert sprog", en: "the end of the address in each language" },
    former_addresses: {
      da: "hvor siden stod, før adressen blev ændret",
      en: "where its page stood before the slug was changed",
    },
    remit: { da: "hvad organet laver og beslutter", en: "what it does and decides" },
    url: { da: "organets egen side et andet sted", en: "a page of its own elsewhere" },
    sample: { da: "true for et opdigtet eksempel", en: "true for an example of nobody's" },
  },
  page: {
    title: { da: "overskriften", en: "the headline" },
    slug: { da: "enden på adressen på hvert sprog", en: "the end of the address in each language" },
    former_addresses: {
      da: "hvor siden stod, før adressen blev ændret",
      en: "where it stood before the slug was changed",
    },
    lead: { da: "hvad siden siger, i en sætning eller to", en: "what it says, in a sentence or two" },
    sections: { da: "sidens dele, i rækkefølge", en: "its parts, in order" },
    "sections.heading": { da: "overskriften over delen", en: "what stands above the part" },
    "sections.paragraphs": { da: "afsnittene, hvert på begge sprog", en: "each paragraph in both languages" },
    "sections.links": { da: "hvor man kan læse videre", en: "where to go on" },
    "sections.links.label": { da: "linkets tekst", en: "what the link says" },
    "sections.links.url": { da: "en adresse på nettet", en: "an address on the web" },
    contacts: {
      da: "id'er på kontakter, der svarer for det, siden siger",
      en: "ids of the contacts who answer to what it says",
    },
    updated: {
      da: "den dag, hvor nogen sidst så efter, om det hele passer",
      en: "the day on which somebody last saw that all of it is true",
    },
    sample: { da: "true for et opdigtet eksempel", en: "true for an example of nobody's" },
  },
  glossary: {
    terms: { da: "husets ord, et ad gangen", en: "the words of the house, one at a time" },
    "terms.not": {
      da: "oversættelser, der ikke skal bruges: { en: [Growth Council] }",
      en: "what it is not to be called: { en: [Growth Council] }",
    },
  },
};
