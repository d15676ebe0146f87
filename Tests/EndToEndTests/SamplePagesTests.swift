import DocumentTree
import Drawing
import HouseStyle
import PageModel
import TestSupport
import Testing

/// Laws of every page of every edition of the samples, on the page model.
@Suite struct SamplePagesTests {
  @Test func nothingIsSmallerThanSevenPoints() throws {
    for edition in try Samples.editions() {
      for (number, page) in edition.pages.pages.enumerated() {
        for case .glyphs(let mark) in page.items.flatMap(\.marks) {
          // The mark of a footnote is raised, and so is smaller than what it stands in.
          let isMark = mark.run.text.allSatisfy { $0.isNumber || $0 == "*" }
          let least: Length = isMark ? 4.5 : 7
          if mark.run.size < least {
            Issue.record("\(edition) page \(number + 1): '\(mark.run.text)'")
          }
        }
      }
    }
  }

  @Test func everythingStandsInAFrameAndOnThePage() throws {
    for edition in try Samples.editions() {
      let masters = edition.style.masters.values
      for (number, page) in edition.pages.pages.enumerated() {
        let whole = Rect(origin: .zero, size: page.size)
        let frames = masters.flatMap(\.frames).map(\.rect)
        for item in page.items where item.tagging != .artifact(.background) {
          let isFree = item.isFurniture || item.isContentsLink
          for ink in item.ink where !whole.contains(ink, tolerance: 0.5) || !isFree {
            if !isFree, frames.contains(where: { $0.contains(ink, tolerance: 0.5) }) { continue }
            Issue.record("\(edition) page \(number + 1): '\(item.text)' \(ink)")
          }
        }
      }
    }
  }

  @Test func noTextStandsOnAnother() throws {
    for edition in try Samples.editions() {
      for (number, page) in edition.pages.pages.enumerated() {
        let fault = Self.collision(on: page)
        #expect(fault == nil, "\(edition) page \(number + 1): \(fault ?? "")")
      }
    }
  }

  /// The first two lines of text of a page of which one stands on the other; nil if none does.
  private static func collision(on page: Page) -> String? {
    var lines: [(ink: Rect, text: String)] = []
    for case .glyphs(let mark) in page.items.flatMap(\.marks) {
      // From the baseline up to the height of a small letter; spaces at both ends left out.
      let height = mark.run.size * 0.45
      let ink = Rect(
        x: mark.origin.x, y: mark.origin.y - height, width: mark.run.inkWidth, height: height)
      lines.append((ink, mark.run.text))
    }
    lines.sort { $0.ink.top < $1.ink.top }
    for (index, line) in lines.enumerated() {
      for next in lines[(index + 1)...] {
        if next.ink.top >= line.ink.bottom { break }
        if next.ink.overlaps(line.ink, tolerance: 0.3) {
          return "'\(line.text)' and '\(next.text)'"
        }
      }
    }
    return nil
  }

  @Test(arguments: ["report", "scherm"])
  func linesOfTextStandOnTheBaselineGrid(name: String) throws {
    let edition = try Samples.edition(name)
    let body = edition.style.paragraph("body")
    #expect(body.isOnGrid)
    let faces = try houseFonts()
    let top = try #require(edition.style.masters["body"]?.frames.first).rect.top
    var onGrid = 0
    let owners = edition.pages.parents
    for (number, page) in edition.pages.pages.enumerated() {
      for item in page.items {
        guard case .content(let id) = item.tagging,
          owners[PagedDocument.Place(page: number, id: id)] == [.section, .paragraph]
        else { continue }
        for case .glyphs(let mark) in item.marks where mark.run.size == body.text.size {
          let face = faces[mark.run.font]
          guard face.family == "Inter", face.weight == body.text.weight, !face.isItalic else {
            continue
          }
          // Half of what the leading leaves, and Inter's ascent of 2728 and descent of 680 in 2816.
          let size = body.text.size.points
          let ascent = size * 2728 / 2816
          let descent = size * 680 / 2816
          let offset = (body.leading.points - ascent - descent) / 2 + ascent
          let below = mark.origin.y - top - Length(offset)
          let lines = below.ratio(to: edition.style.baseline)
          #expect(
            abs(lines - lines.rounded()) < 0.01,
            "\(name) page \(number + 1): '\(mark.run.text)' stands between two lines")
          onGrid += 1
        }
      }
    }
    #expect(onGrid > 100)
  }

  @Test func noWordIsDividedInAHeadingOrOverAPage() throws {
    for edition in try Samples.editions() {
      let owners = edition.pages.parents
      for (number, page) in edition.pages.pages.enumerated() {
        for item in page.items {
          guard case .content(let id) = item.tagging else { continue }
          let roles = owners[PagedDocument.Place(page: number, id: id)] ?? []
          let isHeading = roles.contains { $0.rawValue.first == "H" }
          if isHeading, item.text.contains("\u{AD}") {
            Issue.record("\(edition): \(item.text)")
          }
        }
      }
      let divided = edition.pages.dividedOverPages
      #expect(divided.isEmpty, "\(edition)")
    }
  }

  @Test func noMoreThanTwoHyphensStandBelowOneAnother() throws {
    for edition in try Samples.editions() {
      for page in edition.pages.pages {
        for item in page.items {
          var lines: [Length: String] = [:]
          for case .glyphs(let mark) in item.marks {
            lines[mark.origin.y, default: ""] += mark.run.text
          }
          let ends = lines.sorted { $0.key < $1.key }.map { $0.value.last == "\u{AD}" }
          for index in ends.indices.dropFirst(2) {
            if ends[(index - 2)...index].allSatisfy({ $0 }) {
              Issue.record("\(edition): \(item.text)")
            }
          }
        }
      }
    }
  }

  @Test func everyPageSaysWhyItEnds() throws {
    for edition in try Samples.editions() {
      var isFilledUp = false
      for (number, page) in edition.pages.pages.enumerated() {
        let hasContent = page.items.contains { !$0.isFurniture }
        if edition.pages.print != nil, !hasContent {
          isFilledUp = true
          continue
        }
        let isLast = number == edition.pages.pages.count - 1
        #expect(!isFilledUp || isLast, "\(edition): only a back cover stands behind blank pages")
        #expect(!page.endings.isEmpty, "\(edition) page \(number + 1) says nothing")
        // A page ends before something, or with its part.
        for ending in page.endings where ending.reason != .endOfPart && ending.reason != .notes {
          let says = !ending.following.isEmpty || ending.range != nil
          #expect(says, "\(edition) page \(number + 1): \(ending)")
        }
      }
      let log = BreakLog.text(of: edition.pages).split(separator: "\n")
      let named = Set(log.compactMap { $0.split(separator: ":").first }.filter { $0.first == "p" })
      let pages = edition.pages.pages.indices.filter { !edition.pages.pages[$0].endings.isEmpty }
      #expect(named.count == pages.count)
    }
  }

  @Test func repeatedHeadsAreArtifactsAndAreReadOnce() throws {
    var repeated = 0
    for edition in try Samples.editions() {
      var read = ""
      for (number, page) in edition.pages.pages.enumerated() {
        for item in page.items where !item.text.isEmpty {
          if case .content = item.tagging { read += item.text }
          guard item.tagging == .artifact(.layout) else { continue }
          // What is printed again was read before, on another page or this one.
          if !read.contains(item.text.trimmingPrefix(" ")) {
            Issue.record("\(edition) page \(number + 1): nobody reads '\(item.text)'")
          }
          repeated += 1
        }
      }
      for element in edition.pages.structure.elements where element.role == .tableHeader {
        let pages = element.children.compactMap { child in
          if case .content(let page, _) = child { page } else { nil }
        }
        #expect(Set(pages).count <= 1, "\(edition): a head is read on \(pages)")
      }
      let places = edition.pages.pages.enumerated().flatMap { number, page in
        page.items.compactMap { item -> PagedDocument.Place? in
          guard case .content(let id) = item.tagging else { return nil }
          return PagedDocument.Place(page: number, id: id)
        }
      }
      #expect(Set(places) == Set(edition.pages.parents.keys), "\(edition): content of nobody")
    }
    #expect(repeated > 20)
  }

  @Test func eachPageForTheScreenLeadsBackToTheContentsOnce() throws {
    let edition = try Samples.edition("scherm")
    let anchor = try #require(edition.pages.outline.first { $0.title == "Inhoud" }).anchor
    let contents = try #require(edition.pages.destinations[anchor]).page
    var linked = 0
    for (number, page) in edition.pages.pages.enumerated() {
      let links = page.links.filter { $0.target == .anchor(anchor) }
      let isBody = page.items.contains { $0.tagging == .artifact(.header) }
      #expect(links.count == (isBody ? 1 : 0), "page \(number + 1)")
      for link in links {
        #expect(link.description == "Terug naar inhoudsopgave")
        // The words of the link are content, below a paragraph of their own.
        let item = try #require(page.items.first { $0.isContentsLink })
        guard case .content(let id) = item.tagging else {
          Issue.record("page \(number + 1): the link is no content")
          continue
        }
        let roles = edition.pages.parents[PagedDocument.Place(page: number, id: id)]
        #expect(roles == [.paragraph, .link])
        linked += 1
      }
    }
    #expect(contents < 4 && linked > 30)
  }

  @Test func noQuoteIsSplitUnderThreeLines() throws {
    var quotes = 0
    for edition in try Samples.editions() {
      let style = edition.style.paragraph("quote")
      #expect(style.orphans >= 3 && style.widows >= 3, "\(edition)")
      for element in edition.pages.structure.elements where element.role == .paragraph {
        var lines: [Int: Set<Length>] = [:]
        var isQuote = false
        for case .content(let page, let id) in element.children {
          guard let item = edition.pages.item(page: page, id: id) else { continue }
          if item.origin == .quote { isQuote = true }
          for case .glyphs(let mark) in item.marks {
            lines[page, default: []].insert(mark.origin.y)
          }
        }
        guard isQuote else { continue }
        quotes += 1
        guard lines.count > 1 else { continue }
        for (page, own) in lines {
          #expect(own.count >= 3, "\(edition) page \(page + 1): a quote of \(own.count) lines")
        }
      }
    }
    #expect(quotes > 20)
  }
}

extension PageItem {
  /// Whether the item is the link that leads back to the contents, which stands below the frame.
  fileprivate var isContentsLink: Bool { text == "Terug naar inhoudsopgave" }

  /// The areas that ink takes: of text from the foot of a `p` to the head of an `h`.
  fileprivate var ink: [Rect] {
    marks.map { mark in
      guard case .glyphs(let glyphs) = mark else { return bounds }
      let (size, start) = (glyphs.run.size, glyphs.origin)
      return Rect(
        x: start.x, y: start.y - size * 0.75, width: glyphs.run.inkWidth, height: size)
    }
  }
}

extension GlyphRun {
  /// The width without the space at the end of a line, which takes no room.
  fileprivate var inkWidth: Length {
    guard text.last == " ", let last = glyphs.last else { return width }
    return width - last.advance
  }
}

extension PagedDocument {
  /// A content item: its page, from 0, and its marked-content id.
  fileprivate struct Place: Hashable {
    var page: Int
    var id: Int
  }

  /// The roles of the element that owns each content item, and of the element around that.
  fileprivate var parents: [Place: [StructureElement.Role]] {
    var result: [Place: [StructureElement.Role]] = [:]
    for element in structure.elements {
      let parent = element.parent.map { structure.elements[$0].role }
      for case .content(let page, let id) in element.children {
        result[Place(page: page, id: id)] = [parent, element.role].compactMap { $0 }
      }
    }
    return result
  }

  fileprivate func item(page: Int, id: Int) -> PageItem? {
    pages[page].items.first { $0.tagging == .content(id) }
  }

  /// The texts that end a page in a divided word of which the rest stands on another page.
  fileprivate var dividedOverPages: [String] {
    structure.elements.flatMap { element -> [String] in
      let places = element.children.compactMap { child -> Place? in
        if case .content(let page, let id) = child { Place(page: page, id: id) } else { nil }
      }
      return zip(places, places.dropFirst()).compactMap { place, next in
        guard next.page != place.page, let item = item(page: place.page, id: place.id) else {
          return nil
        }
        return item.text.last == "\u{AD}" ? item.text : nil
      }
    }
  }
}
