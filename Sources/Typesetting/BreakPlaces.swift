import Drawing

/// Where the lines of a stretch of text may end: between its words, and inside them.
struct BreakPlaces {
  /// Where a line begins: at an item, or inside that item behind one of its breaks.
  struct Start {
    var item: Int
    /// The number of UTF-8 bytes of the item's shown word on the lines before.
    var offset = 0
  }

  /// Where a line may end.
  struct Place {
    /// The first item that is not on the line as a whole.
    var inkEnd: Int
    /// The number of UTF-8 bytes of item `inkEnd` that are still on the line.
    var offset = 0
    /// The first item behind the spaces at the line's end.
    var spacesEnd: Int
    /// Whether a hyphen is printed at the line's end.
    var insertsHyphen = false
    /// Where the next line begins.
    var next: Start
  }

  /// A line.
  struct Extent {
    var start: Start
    var end: Place
  }

  /// Where the first line begins.
  private let start: Start
  /// The places in order; the last is the end of the stretch.
  private var places: [Place] = []
  /// The widths of the places.
  private var candidates: [LineBreaker.Candidate] = []

  /// Finds the places of a stretch.
  ///
  /// - Parameters:
  ///   - stretch: the stretch.
  ///   - paragraph: the paragraph that it is of.
  ///   - opportunities: for each UTF-8 offset of the paragraph, whether a line may begin there.
  ///   - shaper: finds the breaks inside words.
  ///   - isHyphenated: whether words may be hyphenated.
  init(
    _ stretch: ShapedParagraph.Stretch, of paragraph: borrowing ShapedParagraph,
    opportunities: [Bool], shaper: some TextShaper, isHyphenated: Bool
  ) throws(TypesettingError) {
    start = Start(item: stretch.items.lowerBound)
    places.reserveCapacity(stretch.items.count)
    candidates.reserveCapacity(stretch.items.count)
    // Width and number of spaces so far, and the same up to the last ink.
    var (pen, spaces) = (0.0, 0)
    var (ink, inkSpaces, inkEnd) = (0.0, 0, stretch.items.lowerBound)
    for index in stretch.items {
      if paragraph.items[index].kind == .space {
        spaces += 1
        pen += paragraph.width(of: index)
      } else {
        let breaks = try Self.breaks(
          of: index, in: paragraph, opportunities: opportunities, shaper: shaper,
          isHyphenated: isHyphenated)
        add(breaks, of: index, in: paragraph, from: pen, spaces: spaces)
        pen += paragraph.width(of: index)
        (ink, inkSpaces, inkEnd) = (pen, spaces, index + 1)
      }
      let next = index + 1
      guard next < stretch.items.upperBound, paragraph.items[next].kind == .word,
        opportunities[paragraph.items[index].bytes.upperBound],
        inkEnd > stretch.items.lowerBound
      else { continue }
      candidates.append(
        LineBreaker.Candidate(
          end: ink, nextStart: pen, spacesBefore: inkSpaces, spacesBeforeNext: spaces,
          isHyphen: false))
      places.append(Place(inkEnd: inkEnd, spacesEnd: next, next: Start(item: next)))
    }
    let end = stretch.items.upperBound
    candidates.append(
      LineBreaker.Candidate(
        end: ink, nextStart: pen, spacesBefore: inkSpaces, spacesBeforeNext: spaces,
        isHyphen: false))
    places.append(Place(inkEnd: inkEnd, spacesEnd: end, next: Start(item: end)))
  }

  /// The lines that a breaker chooses.
  func lines(chosenBy breaker: LineBreaker) -> [Extent] {
    var start = start
    return breaker.chooseBreaks(candidates).map { index in
      defer { start = places[index].next }
      return Extent(start: start, end: places[index])
    }
  }

  /// Adds the breaks of a word that begins at a width.
  private mutating func add(
    _ breaks: WordBreaks, of item: Int, in paragraph: borrowing ShapedParagraph,
    from pen: Double, spaces: Int
  ) {
    guard !breaks.places.isEmpty, let word = paragraph.glyphs[item] else { return }
    let size = paragraph.text.spans[paragraph.items[item].span].style.size.points
    for place in breaks.places {
      candidates.append(
        LineBreaker.Candidate(
          end: pen + place.widthBefore.points * size,
          nextStart: pen + (word.width - place.widthBehind).points * size,
          spacesBefore: spaces, spacesBeforeNext: spaces, isHyphen: place.insertsHyphen))
      places.append(
        Place(
          inkEnd: item, offset: place.offset, spacesEnd: item,
          insertsHyphen: place.insertsHyphen, next: Start(item: item, offset: place.offset)))
    }
  }

  private static func breaks(
    of item: Int, in paragraph: borrowing ShapedParagraph, opportunities: [Bool],
    shaper: some TextShaper, isHyphenated: Bool
  ) throws(TypesettingError) -> WordBreaks {
    guard let word = paragraph.glyphs[item] else { return .none }
    let range = paragraph.items[item].bytes
    let look = paragraph.looks[paragraph.items[item].span]
    let mayHyphenate = isHyphenated && paragraph.items[item].isWhole
    let isMarked = opportunities[range].dropFirst().contains(true)
    do throws(TypesettingError) {
      guard isMarked else {
        return try shaper.breaks(
          in: paragraph.bytes.span.extracting(range), of: word, look: look,
          isHyphenated: mayHyphenate)
      }
      let marked = Self.marked(range, of: paragraph.bytes.span, at: opportunities)
      return try shaper.breaks(
        in: marked.span, of: word, look: look, isHyphenated: mayHyphenate)
    } catch {
      throw paragraph.tagged(error, word: item)
    }
  }

  /// A word with U+200B at each opportunity in it, unless a mark stands there already.
  private static func marked(
    _ range: Range<Int>, of bytes: Span<UInt8>, at opportunities: [Bool]
  ) -> [UInt8] {
    var result: [UInt8] = []
    var isBehindMark = true
    var place = range.lowerBound
    while place < range.upperBound {
      let mark = MarkedWord.markLength(at: place, in: bytes)
      if opportunities[place], mark == 0, !isBehindMark { result += [0xE2, 0x80, 0x8B] }
      isBehindMark = mark > 0
      let count = max(mark, 1)
      for index in place..<place + count { result.append(bytes[index]) }
      place += count
    }
    return result
  }
}
