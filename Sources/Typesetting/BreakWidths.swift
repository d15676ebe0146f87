import Drawing

extension TextShaper {
  /// Measures the breaks of a word: what `breaks` of most shapers does.
  ///
  /// - Parameters:
  ///   - text: the word with its marks.
  ///   - word: the word as it is shown, in glyphs.
  ///   - look: its look.
  ///   - hyphenation: gives the UTF-8 offsets in the shown text where it may be hyphenated.
  public func measuredBreaks(
    in text: Span<UInt8>, of word: ShapedText, look: ShapingLook,
    hyphenation: ([UInt8]) -> [Int]
  ) throws(TypesettingError) -> WordBreaks {
    var marks = MarkedWord.mayHaveMarks(text) ? MarkedWord(text).marks : []
    for offset in hyphenation(word.text) where !marks.contains(where: { $0.offset == offset }) {
      marks.append(MarkedWord.Mark(offset: offset, insertsHyphen: true))
    }
    marks.removeAll { $0.offset <= 0 || $0.offset >= word.text.count }
    guard !marks.isEmpty else { return .none }
    marks.sort { $0.offset < $1.offset }
    if word.text.count > Self.longestWordCutExactly {
      let text = word.text
      let hyphen = try piece(text.span.extracting(first: 0), look: look, endsInHyphen: true)
      return Self.breaks(at: marks, in: word, hyphen: hyphen.width)
    }
    var places: [WordBreaks.Place] = []
    places.reserveCapacity(marks.count)
    for mark in marks {
      if let place = try safePlace(at: mark, in: word, look: look) {
        places.append(place)
      } else {
        places.append(try shapedPlace(at: mark, in: word, look: look))
      }
    }
    return WordBreaks(places)
  }

  /// Words of more bytes than this are not shaped anew at each of their breaks: a text without
  /// spaces may be as long as a book, and the time must not grow with the square of its length.
  private static var longestWordCutExactly: Int { 128 }

  /// A break with the widths of both parts as they are shaped for themselves.
  package func shapedPlace(
    at mark: MarkedWord.Mark, in word: ShapedText, look: ShapingLook
  ) throws(TypesettingError) -> WordBreaks.Place {
    let text = word.text
    let before = try piece(
      text.span.extracting(first: mark.offset), look: look, endsInHyphen: mark.insertsHyphen)
    let behind = try piece(
      text.span.extracting(droppingFirst: mark.offset), look: look, endsInHyphen: false)
    return WordBreaks.Place(
      offset: mark.offset, insertsHyphen: mark.insertsHyphen, widthBefore: before.width,
      widthBehind: behind.width)
  }

  /// A break of which the widths can be read off the word; nil if the glyphs beside it would change,
  /// or the shaper does not know.
  ///
  /// A hyphen stands behind the last letter as it does behind that letter alone.
  package func safePlace(
    at mark: MarkedWord.Mark, in word: ShapedText, look: ShapingLook
  ) throws(TypesettingError) -> WordBreaks.Place? {
    guard word.runs.count == 1, word.isSafeBefore.count == word.clusters.count else { return nil }
    var (cluster, byte, glyph) = (0, 0, 0)
    var before = Length.zero
    while byte < mark.offset {
      for index in glyph..<glyph + word.clusters[cluster].glyphs {
        before += word.glyphs[index].advance
      }
      byte += word.clusters[cluster].bytes
      glyph += word.clusters[cluster].glyphs
      cluster += 1
    }
    guard byte == mark.offset, cluster < word.clusters.count, word.isSafeBefore[cluster] else {
      return nil
    }
    var behind = Length.zero
    for index in glyph..<word.glyphs.count { behind += word.glyphs[index].advance }
    if mark.insertsHyphen {
      let start = byte - word.clusters[cluster - 1].bytes
      let text = word.text
      let last = text.span.extracting(start..<byte)
      let letter = try piece(last, look: look, endsInHyphen: false)
      let hyphenated = try piece(last, look: look, endsInHyphen: true)
      guard letter.glyphs.count == 1, hyphenated.glyphs.count == 2,
        word.clusters[cluster - 1].glyphs == 1,
        letter.glyphs[0].id == word.glyphs[glyph - 1].id,
        letter.glyphs[0].id == hyphenated.glyphs[0].id
      else { return nil }
      before += hyphenated.width - letter.width
    }
    return WordBreaks.Place(
      offset: mark.offset, insertsHyphen: mark.insertsHyphen, widthBefore: before,
      widthBehind: behind)
  }

  /// The breaks of a long word, as wide as its glyphs stand; kerning at the cut is left out.
  private static func breaks(
    at marks: [MarkedWord.Mark], in word: ShapedText, hyphen: Length
  ) -> WordBreaks {
    var places: [WordBreaks.Place] = []
    var (byte, glyph, pen) = (0, 0, Length.zero)
    var next = 0
    for cluster in word.clusters {
      while next < marks.count, marks[next].offset <= byte {
        // A break inside a ligature is none.
        if marks[next].offset == byte {
          places.append(
            WordBreaks.Place(
              offset: byte, insertsHyphen: marks[next].insertsHyphen,
              widthBefore: pen + (marks[next].insertsHyphen ? hyphen : 0),
              widthBehind: word.width - pen))
        }
        next += 1
      }
      for index in glyph..<glyph + cluster.glyphs { pen += word.glyphs[index].advance }
      glyph += cluster.glyphs
      byte += cluster.bytes
    }
    return WordBreaks(places)
  }
}
