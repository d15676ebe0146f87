import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing

/// Charts that give way to what follows, and grow into room that is left.
@Suite struct GlueTests {
  /// Bars of 12 points with 10 between rows; down to 4, up to 20 between rows.
  private func style(lines: Int) -> StyleSheet {
    var style = StyleSheet.plain(lines: lines)
    style.chart.barHeight = 12
    style.chart.rowGap = 10
    var heights = ChartStyle.Heights(of: style.chart)
    heights.rowGap = 4
    heights.barHeight = 6
    style.chart.least = heights
    heights.rowGap = 20
    heights.barHeight = 16
    style.chart.most = heights
    return style
  }

  /// A chart of some rows under a title of one line, with a note.
  private func chart(rows: Int) -> Block {
    let value = Chart.Cell.value(share: 0.5, label: Inline("50%"), isIndicative: false)
    return Block(
      .chart(
        Chart(
          kind: .groupedBars, title: [Inline("Title")],
          rows: (1...rows).map { Chart.Row(label: [Inline("row \($0)")]) },
          series: [Chart.Series(label: [Inline("all")], colour: "role-1")],
          cells: (1...rows).map { _ in [value] }, notes: [[Inline("note")]],
          alternativeText: [Inline("Half.")])))
  }

  /// The levels of the rows' names on a page, from the top.
  private func levels(of page: Page) -> [Length] {
    page.items.flatMap { item in
      item.marks.compactMap { mark -> Length? in
        guard case .glyphs(let glyphs) = mark, glyphs.run.text.hasPrefix("row") else { return nil }
        return glyphs.origin.y
      }
    }.sorted()
  }

  /// The distances between rows.
  private func steps(of page: Page) -> [Length] {
    let levels = levels(of: page)
    return zip(levels, levels.dropFirst()).map { $1 - $0 }
  }

  private func relaxations(of page: Page) -> [PageEnding.Relaxation] {
    page.endings.flatMap(\.relaxations)
  }

  @Test func setsAChartLowerThatHasNoRoomOtherwise() throws {
    // Usually 6 + 12 + 12.5 + 6 * 12 + 5 * 10 + 12 points; there are thirteen lines of 12 points.
    let paged = layOut(.of([.lines(1), chart(rows: 6), .lines(3)]), style: style(lines: 14))
    #expect(paged.pages.count == 2)
    let step = try #require(steps(of: paged.pages[0]).first)
    #expect(step < 22 && step >= 16)
    #expect(steps(of: paged.pages[0]).allSatisfy { abs(($0 - step).points) < 0.01 })
    guard case .chartsLower(let height) = relaxations(of: paged.pages[0]).first else {
      Issue.record("the break log does not say that the chart gave way")
      return
    }
    #expect(height > 0)
    #expect(BreakLog.text(of: paged).contains("charts are"))
    let sizes = paged.pages[0].items.flatMap(\.marks).compactMap { mark -> Length? in
      if case .glyphs(let glyphs) = mark { glyphs.run.size } else { nil }
    }
    #expect(Set(sizes) == [10], "words keep their size")
  }

  @Test func leavesAChartAsItIsWhoseLeastHeightHasNoRoom() {
    let one = layOut(.of([chart(rows: 6), .lines(30)]), style: style(lines: 20))
    let paged = layOut(.of([.lines(14), chart(rows: 6), .lines(30)]), style: style(lines: 20))
    #expect(levels(of: paged.pages[0]).isEmpty)
    #expect(levels(of: paged.pages[1]) == levels(of: one.pages[0]))
    #expect(paged.pages.allSatisfy { relaxations(of: $0).isEmpty })
  }

  @Test func chartsOfAPageGiveWayAlike() {
    let paged = layOut(
      .of([chart(rows: 4), chart(rows: 4), .lines(30)]), style: style(lines: 21))
    let steps = steps(of: paged.pages[0])
    // The fourth step is the one between the charts.
    #expect(steps.count == 7)
    #expect(Set(steps.enumerated().filter { $0.offset != 3 }.map { round($1) }).count == 1)
    #expect(steps[0] < 22)
  }

  private func round(_ length: Length) -> Int { Int((length.points * 100).rounded()) }

  @Test func growsWhereThePageEndsAndNotWhereItIsFull() {
    let small = style(lines: 40)
    let ended = layOut(.of([.lines(2), chart(rows: 3)]), style: small)
    #expect(steps(of: ended.pages[0]) == [36, 36])
    guard case .chartsHigher(let height) = relaxations(of: ended.pages[0]).first else {
      Issue.record("the break log does not say that the chart grew")
      return
    }
    #expect(height > 0)
    let full = layOut(.of([.lines(2), chart(rows: 3), .lines(90)]), style: small)
    #expect(steps(of: full.pages[0]) == [22, 22])
  }

  @Test func noTextOfAChartIsSetTwiceWhenItGrows() {
    let spy = TypesetterSpy()
    var log = DiagnosticLog()
    let paged = LayoutStage(style: style(lines: 40), typesetter: spy)
      .layOut(.of([.lines(2), chart(rows: 3)]), into: &log)
    #expect(steps(of: paged.pages[0]) == [36, 36])
    for text in ["row 1", "row 2", "row 3", "50%"] {
      #expect(spy.texts.count { $0 == text } == 1, "\(text)")
    }
  }

  @Test func growsNoFurtherThanItsFrame() throws {
    let style = style(lines: 16)
    let paged = layOut(.of([chart(rows: 5)]), style: style)
    #expect(paged.pages.count == 1)
    let step = try #require(steps(of: paged.pages[0]).first)
    #expect(step > 22 && step < 36)
    let frame = try #require(style.masters["body"]?.frames[0].rect)
    let bottom = paged.pages[0].items.map(\.bounds.bottom).max() ?? 0
    #expect(bottom <= frame.bottom + 0.01)
    #expect(bottom > frame.bottom - 12)
  }

  @Test func growsBesideItsText() {
    var style = style(lines: 30)
    style.sections = .beside(textShare: 0.5, gap: 12)
    style.paragraphs["heading-2"]?.startsPage = true
    let paged = layOut(
      .of([
        .heading(2, "One"), .words("text"), chart(rows: 3), .heading(2, "Two"), .words("text"),
        chart(rows: 3), .heading(2, "Three"), .words("text"),
      ]), style: style)
    #expect(paged.pages.count == 3)
    for page in paged.pages.prefix(2) {
      #expect(steps(of: page).count == 2 && steps(of: page).allSatisfy { $0 >= 36 })
    }
  }
}
