extension LineBreaker {
  /// The cheapest ways to the places where a line may end, as far as they are known.
  struct Ways {
    /// The cheapest way to reach a candidate with 0, 1 or 2 hyphenated lines in a row behind it.
    private struct Arrival {
      var cost = Double.infinity
      var candidate = -1
      var hyphens = 0
    }

    /// Three for each candidate; the first three are those of the text's start, which is candidate -1.
    private var arrivals: [Arrival]
    /// For each candidate from -1 on that is settled, the least that any from there on costs.
    private var floors = [0.0]

    /// Begins at the start of a text with so many candidates.
    init(candidates: Int) {
      arrivals = [Arrival](repeating: Arrival(), count: 3 * (candidates + 1))
      arrivals[0].cost = 0
      floors.reserveCapacity(candidates + 1)
    }

    /// Goes on from a candidate with a line, if no way that is known is cheaper.
    ///
    /// - Parameters:
    ///   - row: how many hyphenated lines in a row end at the target; 2 also for more.
    ///   - target: where the line ends.
    ///   - origin: the candidate from which the line goes on.
    ///   - hyphens: how many hyphenated lines in a row end there.
    ///   - cost: what the line costs.
    mutating func offer(_ row: Int, of target: Int, from origin: Int, hyphens: Int, cost: Double) {
      let total = arrivals[3 * (origin + 1) + hyphens].cost + cost
      let place = 3 * (target + 1) + row
      if total.isFinite, total <= arrivals[place].cost {
        arrivals[place] = Arrival(cost: total, candidate: origin, hyphens: hyphens)
      }
    }

    /// Ends the search for ways to a candidate: the next one after the last.
    mutating func settle(_ target: Int) {
      let place = 3 * (target + 1)
      let least = min(arrivals[place].cost, arrivals[place + 1].cost, arrivals[place + 2].cost)
      floors.append(least)
      var before = floors.count - 2
      while before >= 0, floors[before] > least {
        floors[before] = least
        before -= 1
      }
    }

    /// The least that the settled candidates from one on cost.
    func floor(from candidate: Int) -> Double { floors[candidate + 1] }

    /// What the known ways to a candidate cost at most: infinite while there may be better ones. Costs that
    /// are as good as forbidden are too rough to be compared, and count as infinite.
    func most(to target: Int, endsInHyphen: Bool) -> Double {
      let place = 3 * (target + 1)
      let cost =
        endsInHyphen
        ? max(arrivals[place + 1].cost, arrivals[place + 2].cost) : arrivals[place].cost
      return cost < Cost.forbidden ? cost : .infinity
    }

    /// The candidates on the cheapest way to the last one.
    func path(to end: Int) -> [Int] {
      var hyphens = 0
      for count in 1..<3 where arrivals[3 * (end + 1) + count].cost < arrivals[3 * (end + 1)].cost {
        hyphens = count
      }
      var breaks: [Int] = []
      var candidate = end
      while candidate >= 0 {
        breaks.append(candidate)
        let arrival = arrivals[3 * (candidate + 1) + hyphens]
        (candidate, hyphens) = (arrival.candidate, arrival.hyphens)
      }
      return breaks.reversed()
    }
  }
}
