import Diagnostics
import Drawing
import HouseStyle
import PageModel

// MARK: - Glue: charts that give way to what follows, and grow into what is left
extension FrameFilling {
  /// Sets the charts of a column lower, no more than is needed, and places a chunk with a chart that
  /// has no room otherwise.
  ///
  /// All charts of the column give way alike: bars of one page are of one height.
  ///
  /// - Returns: whether the chunk is placed; if not, everything is as it was.
  mutating func squeeze(
    _ chunk: ArraySlice<Strip>, into column: inout Column, from flow: inout Flow,
    log: inout DiagnosticLog
  ) -> Bool {
    guard column.givesWay, style.chart.least != nil, let start = column.start else { return false }
    let (charts, isElastic) = flow.withCursor(column.cursor) { cursor in
      let end = cursor.index + chunk.count
      return (
        cursor.charts(in: start.index..<end), !cursor.charts(in: cursor.index..<end).isEmpty
      )
    }
    guard isElastic else { return false }
    let usual = column.extent
    let limit = min(column.limit, height - footer.height)
    let excess = column.stack.bottom(with: chunk) - limit
    var extent = -1.0
    for trial in 0..<4 {
      let gain = refit(charts, in: &column, to: extent, from: &flow)
      let chunk = unparted(breakingAt: .free, column.cursor, of: &flow, into: &log)
      let bottom = column.stack.bottom(with: chunk)
      let isFitting = fits(chunk, in: column, from: &flow, into: &log)
      if isFitting, trial > 0 || limit - bottom < 1 {
        place(chunk, in: &column, from: &flow, into: &log)
        note(.chartsLower(by: 0 - gain))
        return true
      }
      switch trial {
      case 0:
        if !isFitting {
          _ = refit(charts, in: &column, to: usual, from: &flow)
          return false
        }
        // Heights change in proportion, but for words that are higher than their bars.
        let share = (limit - bottom).ratio(to: limit - bottom + max(excess, 0))
        extent += (usual + 1) * share * 0.98
      case 1: extent = (extent - 1) / 2
      default: extent = -1
      }
    }
    return false
  }

  /// Lets the charts of a column grow into the room that the page has left.
  mutating func stretch(_ column: inout Column, from flow: inout Flow) {
    guard style.chart.most != nil, column.extent == 0, let start = column.start else { return }
    let charts = flow.withCursor(column.cursor) { $0.charts(in: start.index..<$0.index) }
    let limit = min(column.limit, height - footer.height)
    let bottom = column.stack.bottom
    guard !charts.isEmpty, limit - bottom > style.baseline else { return }
    var extent = 1.0
    for _ in 0..<3 {
      let gain = refit(charts, in: &column, to: extent, from: &flow)
      if column.stack.bottom <= limit + 0.01 {
        if gain > 0 { note(.chartsHigher(by: gain)) }
        return
      }
      extent *= (limit - bottom).ratio(to: column.stack.bottom - bottom) * 0.98
    }
    _ = refit(charts, in: &column, to: 0, from: &flow)
  }

  /// Sets charts lower or higher, and stacks what is placed in their column anew.
  ///
  /// - Returns: by how much the charts are higher than usual together.
  private func refit(
    _ charts: [Int], in column: inout Column, to extent: Double, from flow: inout Flow
  ) -> Length {
    guard let start = column.start else { return 0 }
    let (gain, placed) = flow.withCursor(column.cursor) { cursor in
      let gain = cursor.set(charts, to: extent)
      return (gain, cursor.strips[start.index..<cursor.index])
    }
    column.stack.cut(to: start.level)
    for strip in placed { column.stack.place(strip) }
    column.extent = extent
    return gain
  }

  /// Notes how charts were set, in place of what was noted of the frame's charts before.
  private mutating func note(_ relaxation: PageEnding.Relaxation) {
    relaxations.removeAll { $0.isOfCharts }
    relaxations.append(relaxation)
  }
}

extension PageEnding.Relaxation {
  /// Whether charts were set lower or higher than usual.
  fileprivate var isOfCharts: Bool {
    switch self {
    case .chartsLower, .chartsHigher: true
    default: false
    }
  }
}
