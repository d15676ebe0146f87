/// Finds the numbers that a text states, and says of each what kind of number it is.
///
/// Digits are read with the words around them: months make dates, streets and telephone words make
/// contacts, "figuur" and "tabel" make references. What is left is a percentage or a count. Words for
/// shares and words that judge count only beside people, because ordinary prose has them everywhere.
public struct NumberFinder: Sendable {
  private let vocabulary: NumberVocabulary
  private let people: Set<String>
  private let months: Set<String>
  private let words: WordFinder

  /// Creates a finder.
  ///
  /// - Parameters:
  ///   - language: the language of the text, `nl` or `en` or longer.
  ///   - people: what the people of the survey are called: "raadslid", "raadsleden".
  public init(language: String, people: some Sequence<String> = []) {
    vocabulary = NumberVocabulary.of(language)
    // Of "commissarissen van de Koning" the first word tells; of "over 65" it tells nothing.
    let known = people.compactMap { name -> String? in
      let words = AcceptedWords.folded(name).split(separator: " ")
      guard let first = words.first, words.count == 1 || first.count > 4 else { return nil }
      return String(first)
    }
    self.people = vocabulary.people.union(known)
    months = Set(vocabulary.wording.months.map { $0.lowercased() })
    words = WordFinder(vocabulary: vocabulary, people: self.people)
  }

  /// The numbers of a text in order.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - vouched: stretches that something vouches for already, in UTF-8 offsets; they count as context
  ///     and are not found themselves.
  public func numbers(in text: String, vouched: [Range<Int>] = []) -> [StatedNumber] {
    numbers(in: ProseToken.tokens(of: text), of: text, vouched: vouched)
  }

  /// The numbers of a text whose words are known.
  func numbers(
    in tokens: [ProseToken], of text: String, vouched: [Range<Int>]
  ) -> [StatedNumber] {
    let isVouched = tokens.map { token in vouched.contains { $0.overlaps(token.bytes) } }
    var found: [StatedNumber] = []
    var kinds: [StatedNumber.Kind?] = Array(repeating: nil, count: tokens.count)
    for index in tokens.indices where tokens[index].hasDigit && !isVouched[index] {
      kinds[index] = kind(of: index, in: tokens, before: kinds)
    }
    for (index, kind) in kinds.enumerated() {
      guard let kind else { continue }
      found.append(StatedNumber(kind: kind, text: tokens[index].text, bytes: tokens[index].bytes))
    }
    found += words.numbers(in: tokens, text: text, isVouched: isVouched)
    return found.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }
}

// MARK: - Digits

extension NumberFinder {
  private func kind(
    of index: Int, in tokens: [ProseToken], before kinds: [StatedNumber.Kind?]
  ) -> StatedNumber.Kind {
    let token = tokens[index]
    if isAddress(token) { return .contact }
    guard let number = Digits(token.text) else { return .structural }
    let previous = index > 0 ? tokens[index - 1] : nil
    // Behind a comma or a bracket nothing belongs to the number any more.
    let isOpen = index + 1 < tokens.count && token.isOpen
    let next = isOpen ? tokens[index + 1] : nil
    if number.isPercentage || next.map({ vocabulary.percent.contains($0.folded) }) == true {
      return .percentage
    }
    if isContact(number, at: index, in: tokens) { return .contact }
    if isDate(number, at: index, in: tokens) { return .date }
    if isReference(previous, at: index, in: tokens, before: kinds) { return .structural }
    if let currency = token.text.first, "€$£".contains(currency) { return .quantity }
    let beside = [previous?.folded, next?.folded].compactMap { $0 }
    if beside.contains(where: vocabulary.currencies.contains) { return .quantity }
    if let next, vocabulary.units.contains(next.folded) { return .quantity }
    if number.isYear, next.map({ !people.contains($0.folded) }) ?? true { return .year }
    return .count
  }

  /// Web and mail addresses.
  private func isAddress(_ token: ProseToken) -> Bool {
    token.text.contains("@") || token.text.contains("://") || token.folded.hasPrefix("www.")
  }

  /// Telephone numbers, postcodes, house numbers.
  private func isContact(_ number: Digits, at index: Int, in tokens: [ProseToken]) -> Bool {
    let token = tokens[index]
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if token.text.hasPrefix("+") || number.opensWithZero { return true }
    for back in tokens[max(0, index - 4)..<index].reversed() {
      if vocabulary.telephone.contains(back.folded) || back.text.hasPrefix("+") { return true }
      if let digits = Digits(back.text), digits.opensWithZero { return true }
      if !back.hasDigit { break }
    }
    if let previous = index > 0 ? tokens[index - 1] : nil, previous.isCapitalised,
      vocabulary.streets.contains(where: previous.folded.hasSuffix)
    {
      return true
    }
    if number.digits == 4, let next, next.text.count == 2, next.text.allSatisfy(\.isUppercase) {
      return true
    }
    // "12 High Street"
    let names = tokens[min(index + 1, tokens.count)...].prefix(3).prefix(while: \.isCapitalised)
    return names.contains { vocabulary.streets.contains($0.folded) }
  }

  /// A day, a month's year, a written date, a time of day.
  private func isDate(_ number: Digits, at index: Int, in tokens: [ProseToken]) -> Bool {
    if number.isDateOrTime { return true }
    func isMonth(_ index: Int) -> Bool {
      tokens.indices.contains(index) && months.contains(tokens[index].folded)
    }
    if isMonth(index - 1) || isMonth(index + 1) { return true }
    // "3 tot en met 9 juli": words that join, then a day with its month.
    var ahead = index + 1
    while ahead < tokens.count, ahead <= index + 4 {
      if Digits(tokens[ahead].text) != nil { return isMonth(ahead + 1) }
      guard vocabulary.connectives.contains(tokens[ahead].folded) else { break }
      ahead += 1
    }
    // "June 3 and 5": behind a day with its month.
    var back = index - 1
    while back > 0, back >= index - 3, vocabulary.connectives.contains(tokens[back].folded) {
      back -= 1
    }
    return back >= 1 && back < index - 1 && Digits(tokens[back].text) != nil && isMonth(back - 1)
  }

  /// A number behind "figuur", behind capitals ("EN 301 549"), or behind another such number.
  private func isReference(
    _ previous: ProseToken?, at index: Int, in tokens: [ProseToken],
    before kinds: [StatedNumber.Kind?]
  ) -> Bool {
    guard let previous, !previous.endsSentence || previous.folded.count <= 3 else { return false }
    if vocabulary.references.contains(previous.folded) { return true }
    if previous.text.count >= 2, previous.text.allSatisfy({ $0.isUppercase || $0 == "/" }) {
      return true
    }
    if kinds[index - 1] == .structural { return true }
    return index >= 2 && vocabulary.connectives.contains(previous.folded)
      && kinds[index - 2] == .structural
  }
}

/// A token that is a number: digits with their marks, perhaps a sign in front and a percent sign behind.
private struct Digits {
  /// How many digits there are.
  var digits = 0
  var isPercentage = false
  /// "06", "0031", never "0,5" or "0".
  var opensWithZero = false
  /// "2024-11-19", "19/11/2024", "14.30" with its hour.
  var isDateOrTime = false
  /// Four digits from 1000 to 2100 without marks.
  var isYear = false

  /// Reads digits with points and commas between them, as most numbers are.
  private mutating func readGroups(of text: String) {
    let first = text.utf8.prefix { (0x30...0x39).contains($0) }
    digits = text.utf8.count { (0x30...0x39).contains($0) }
    opensWithZero = first.first == 0x30 && first.count > 1
    // No second group of digits: the marks, if any, stand behind.
    if first.count == digits, digits == 4, let year = Int(String(text.prefix(4))) {
      isYear = (1000...2100).contains(year)
    }
  }

  /// Reads a token; nil for one that has letters: "A4", "2e", "PDF/UA-1".
  init?(_ text: String) {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }),
      text.utf8.first.map({ (0x30...0x39).contains($0) }) == true
    {
      readGroups(of: text)
      return
    }
    var core = Substring(text)
    while let first = core.first, "<>~±≈+€$£–-'’".contains(first) { core.removeFirst() }
    for ending in ["%-punt", "%"] where core.hasSuffix(ending) {
      core.removeLast(ending.count)
      isPercentage = true
    }
    guard let first = core.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let marks = core.unicodeScalars.filter { !("0"..."9").contains($0) }
    guard marks.allSatisfy({ ".,:/–-%".unicodeScalars.contains($0) }) else { return nil }
    let groups = core.split { !$0.isNumber }.map(String.init)
    digits = groups.reduce(0) { $0 + $1.count }
    if core.contains("%") { isPercentage = true }
    isDateOrTime =
      groups.count == 3 && (core.contains("-") || core.contains("/"))
      && groups.contains { $0.count == 4 }
      || groups.count == 2 && core.contains(":") && groups[1].count == 2
    opensWithZero =
      first == 0x30 && groups[0].count > 1 && !isDateOrTime
      || groups.count > 1 && core.contains("-") && first == 0x30
    if groups.count == 1, digits == 4, let year = Int(groups[0]) {
      isYear = (1000...2100).contains(year)
    }
    if groups.count == 2, core.contains("-") || core.contains("–") || core.contains("/"),
      groups.allSatisfy({ $0.count == 4 }), let first = Int(groups[0]), let last = Int(groups[1])
    {
      isYear = (1000...2100).contains(first) && (1000...2100).contains(last)
    }
  }
}
