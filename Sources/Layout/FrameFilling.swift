import Diagnostics
import Drawing
import HouseStyle

/// A strip with its place in a frame.
struct PlacedStrip {
  var strip: Strip
  /// The distance of its top from the frame's top.
  var top: Length
}

/// Fills one frame from a flow.
///
/// The flow is taken in chunks: strips that a page should not part. A chunk that does not fit goes
/// to the next frame. In an empty frame it is relaxed, one rung after the other: first pages may end
/// at kept boundaries (a widow is better than a hole), then a joined block may reach out of the
/// frame, which is an error. So each frame takes at least one strip, and nothing is ever dropped.
struct FrameFilling {
  let height: Length
  let grid: Length
  /// The paragraph styles that may stand in the frame; empty for any.
  let styles: [String]
  /// The paragraph styles that a later frame of the page is there for.
  let reserved: [String]
  /// Whether an empty frame may be passed over because a later one is higher.
  let mayPass: Bool
  private(set) var placed: [PlacedStrip] = []
  /// The first strip that reached out of the frame.
  private(set) var overflow: (excess: Length, strip: Strip)?

  /// Prepares to fill a frame; a forced one takes strips of every style.
  init(
    frame: Frame, reserved: [String], grid: Length, mayPass: Bool, isForced: Bool
  ) {
    height = frame.rect.height
    self.grid = grid
    styles = isForced ? [] : frame.styles
    self.reserved = isForced ? [] : reserved.filter { !frame.styles.contains($0) }
    self.mayPass = mayPass
  }

  /// The height that is taken, grounds included.
  var used: Length {
    guard let last = placed.last else { return 0 }
    return last.top + last.strip.height + (last.strip.ground?.padding ?? 0)
  }

  /// Takes strips from the cursor until the frame is full or the flow is at its end.
  mutating func fill(from cursor: inout FlowCursor, into log: inout DiagnosticLog) {
    for strip in cursor.repeatedHeader(into: &log) { place(strip) }
    let heads = placed.count
    while !cursor.isDone {
      if !admits(cursor.strips[cursor.index]) { return }
      let chunk = unparted(of: cursor.strips, from: cursor.index, breakingAt: .free)
      if fits(cursor.strips[chunk]) {
        for strip in cursor.strips[chunk] { place(strip) }
        cursor.advance(to: chunk.upperBound)
        continue
      }
      if placed.count > heads || mayPass { return }
      relax(chunk, of: &cursor)
      return
    }
  }

  private mutating func relax(_ chunk: Range<Int>, of cursor: inout FlowCursor) {
    var isFirst = true
    while cursor.index < chunk.upperBound {
      let part = unparted(of: cursor.strips, from: cursor.index, breakingAt: .kept)
      let doesFit = fits(cursor.strips[part])
      if !doesFit, !isFirst { return }
      for strip in cursor.strips[part] { place(strip) }
      if !doesFit, overflow == nil, let strip = cursor.strips[part].first {
        overflow = (used - height, strip)
      }
      cursor.advance(to: part.upperBound)
      isFirst = false
    }
  }

  private func admits(_ strip: Strip) -> Bool {
    guard let style = strip.style else { return styles.isEmpty }
    return styles.isEmpty ? !reserved.contains(style) : styles.contains(style)
  }

  /// The strips from an index that are not parted at boundaries stronger than `boundary`, nor where
  /// the frame admits no more.
  private func unparted(
    of strips: [Strip], from start: Int, breakingAt boundary: Strip.Boundary
  ) -> Range<Int> {
    var end = start + 1
    while end < strips.count, strips[end].boundary > boundary, admits(strips[end]) { end += 1 }
    return start..<end
  }

  private func fits(_ strips: ArraySlice<Strip>) -> Bool {
    var trial = self
    for strip in strips {
      trial.place(strip)
      if trial.used > height + 0.01 { return false }
    }
    return true
  }

  private mutating func place(_ strip: Strip) {
    var top: Length = 0
    if let last = placed.last {
      top = last.top + last.strip.height + max(last.strip.spaceAfter, strip.spaceBefore)
      if last.strip.ground != strip.ground {
        top = top + (last.strip.ground?.reach ?? 0) + (strip.ground?.reach ?? 0)
      }
    } else {
      top = strip.ground?.padding ?? 0
    }
    if strip.isOnGrid, grid > 0 {
      let lines = (top - 0.01).ratio(to: grid).rounded(.up)
      top = max(top, grid * lines)
    }
    placed.append(PlacedStrip(strip: strip, top: top))
  }
}
