import Drawing
import TestSupport
import Testing

@testable import PangoTypesetting

@Suite struct HyphenationPatternsTests {
  let patterns: HyphenationPatterns

  init() throws {
    patterns = HyphenationPatterns(try houseFonts().dictionaries)
  }

  private func hyphenated(_ word: String, _ language: String) -> String {
    let offsets = patterns.offsets(in: word, language: language)
    var result = String.UnicodeScalarView()
    var offset = 0
    for scalar in word.unicodeScalars {
      if offsets.contains(offset) { result.append("|") }
      result.append(scalar)
      offset += UTF8.width(scalar)
    }
    return String(result)
  }

  @Test(arguments: [
    "onder|zoeks|ver|ant|woor|ding", "gemeen|te|raads|le|den", "onder|steu|nings|team",
    "bur|ge|mees|ter", "wet|hou|der", "raads|lid", "pro|vin|cie", "water|schap", "bestuur|ders",
    "bedrei|ging", "inti|mi|da|tie", "aan|gifte", "vei|lig|heid", "orga|ni|sa|tie",
    "rug|gen|steun", "weer|baar|heid", "volks|ver|te|gen|woor|di|ger", "res|pon|den|ten",
    "maat|schap|pe|lijke", "ver|trou|wens|per|soon", "agres|sie", "ver|kie|zin|gen",
    "bij|voor|beeld", "neven|func|tie", "inte|gri|teits|schen|din|gen", "ambts|dra|gers",
    "samen|wer|kings|ver|band", "meld|punt", "Gel|der|land",
  ])
  func dutchWords(expected: String) {
    #expect(hyphenated(expected.filter { $0 != "|" }, "nl") == expected)
    #expect(hyphenated(expected.filter { $0 != "|" }, "nl-NL") == expected)
  }

  @Test(arguments: [
    "ques|tion|naire", "mu|ni|cip|al|ity", "coun|cil|lor", "meth|od|o|logy", "sig|ni|fic|ant",
    "in|tim|id|a|tion", "ag|gres|sion", "gov|ern|ment", "rep|res|ent|at|ive", "pop|u|la|tion",
    "per|cent|age", "con|fid|ence", "in|ter|val", "threat|en|ing", "politi|cians", "demo|cratic",
    "re|si|li|ence", "re|port|ing", "weight|ing", "pub|lished", "har|ass|ment", "col|leagues",
  ])
  func englishWords(expected: String) {
    #expect(hyphenated(expected.filter { $0 != "|" }, "en") == expected)
    #expect(hyphenated(expected.filter { $0 != "|" }, "en-GB") == expected)
  }

  @Test(arguments: [
    "geïn|te|res|seerd", "coëf|fi|ciënt", "reële", "ideeën", "finan|ciële", "cate|go|rieën",
    "kopië|ren", "zeeëend",
  ])
  func noBreakBeforeADiaeresis(expected: String) {
    #expect(hyphenated(expected.filter { $0 != "|" }, "nl") == expected)
  }

  @Test(arguments: [
    "raad", "leden", "GEMEENTERAAD", "VNG", "McKinsey", "gemeente2024", "info@gemeente.nl",
    "https://gemeenteraad.example", "www.gemeenteraad.example", "",
  ])
  func leftAlone(word: String) {
    #expect(patterns.offsets(in: word, language: "nl").isEmpty)
  }

  @Test func whatTheDictionaryCannotSpellIsLeftAlone() {
    // The Dutch dictionary is in ISO 8859-1, which has no Ł or ş.
    #expect(patterns.offsets(in: "Łukasiewicz", language: "nl").isEmpty)
    #expect(patterns.offsets(in: "Beşiktaşlılar", language: "nl").isEmpty)
  }

  @Test func marksAroundAWordStayWithIt() {
    #expect(hyphenated("“(wethouder),”", "nl") == "“(wet|hou|der),”")
    #expect(hyphenated("beleids-organisatie", "nl") == "beleids-orga|ni|sa|tie")
    #expect(hyphenated("programma's", "nl") == "pro|gramma's")
  }

  @Test func aLanguageWithoutDictionaryIsNotHyphenated() {
    #expect(patterns.offsets(in: "Verantwortung", language: "de").isEmpty)
  }
}
