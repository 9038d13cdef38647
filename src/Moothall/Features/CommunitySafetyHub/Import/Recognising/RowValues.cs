using System.Globalization;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Tables;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>The values of one row, with what was found wrong with it and whether it waits for an answer.</summary>
internal sealed class RowValues(RecognisedTable table, SheetRow row, PlanBook book)
{
    /// <summary>What is wrong, in words; each becomes part of the reason beside the row.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>What whoever brings the list must know of it, in sentences.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Whether a question about it is open.</summary>
    public bool Waits { get; private set; }

    public RecognisedTable Table => table;
    public SheetRow Row => row;

    /// <summary>The text of a field; nothing where the list says nothing.</summary>
    public string Text(ImportField field, int longest = 200)
    {
        var text = Texts(field).FirstOrDefault().Text ?? "";
        if (text.Length > longest)
        {
            Faults.Add($"“{Heading(field)}” is longer than {longest} characters.");
        }

        return text;
    }

    /// <summary>The texts of all columns of a field, with their headings.</summary>
    public IEnumerable<(string Heading, string Text)> Texts(ImportField field) =>
        table
            .Of(field)
            .Select(column => (column.Heading, Text: row.At(column.Index).Text.Trim()))
            .Where(one => !Nothing.Is(one.Text));

    /// <summary>The date of a field; a wrong one is a fault.</summary>
    public DateOnly? Date(ImportField field, bool isBirth = false)
    {
        if (table.Of(field).FirstOrDefault() is not { } column)
        {
            return null;
        }

        var cell = row.At(column.Index);
        var order = book.OrderOf(table, column);
        var read = DateReading.Read(cell, order ?? DateOrder.DayFirst, book.World.Today, isBirth);
        if (read.Problem is { } problem)
        {
            return AskedDay(column, cell.Text.Trim(), $"{problem} (“{column.Heading}”).", isBirth);
        }

        Waits |= read.IsDoubtful && order is null;
        return read.Date;
    }

    private DateOnly? AskedDay(RecognisedColumn column, string typed, string problem, bool isBirth)
    {
        // Nobody's day of birth is guessed.
        var days = isBirth ? [] : LooseDates.Of(typed, book.NearestDay(table, column));
        if (days.Count == 0)
        {
            Faults.Add(problem);
            return null;
        }

        static string Value(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
        var answer = Answered(
            book.Questions.Ask(
                "day",
                $"{column.Heading}: {typed}",
                $"Which day is “{typed}” under “{column.Heading}”?",
                [
                    .. days.Select(day => new QuestionChoice(Value(day), UkTime.LongDate(day))),
                    new(QuestionBook.LeaveOut, "Leave the rows out"),
                ],
                Value(days[0])
            ),
            problem
        );
        return days.Where(day => Value(day) == answer)
            .Select(day => (DateOnly?)day)
            .FirstOrDefault();
    }

    /// <summary>Takes an answer: nothing means that it is awaited; to leave the row out is a fault with this reason.</summary>
    public string? Answered(string? answer, string leftOutBecause)
    {
        Waits |= answer is null;
        if (answer != QuestionBook.LeaveOut)
        {
            return answer;
        }

        Faults.Add(leftOutBecause);
        return null;
    }

    private string Heading(ImportField field) => table.Of(field).First().Heading;
}

/// <summary>What a plan is made with: the world, the questions, and what came of the rows so far.</summary>
internal sealed class PlanBook(KnownWorld world, IReadOnlyDictionary<string, string> answers)
{
    private readonly Dictionary<(RecognisedTable, int), DateOrder?> orders = [];

    private readonly Dictionary<(RecognisedTable, int), DateOnly> middles = [];

    public KnownWorld World => world;
    public QuestionBook Questions { get; } = new(answers);
    public List<Planned> Ready { get; } = [];
    public List<RefusedRow> Refused { get; } = [];

    /// <summary>The e-mail addresses of people to be invited, each with whose it is.</summary>
    public Dictionary<string, string> Emails { get; } = new(StringComparer.Ordinal);

    /// <summary>The cases whose reference or title the plan shows, so that the look is noted.</summary>
    public HashSet<Guid> Shown { get; } = [];

    /// <summary>Which number is the day in this column; nothing while that is asked.</summary>
    public DateOrder? OrderOf(RecognisedTable table, RecognisedColumn column)
    {
        if (orders.TryGetValue((table, column.Index), out var known))
        {
            return known;
        }

        var (day, month, either) = DateReading.Evidence(
            table.Rows.Select(row => row.At(column.Index))
        );
        DateOrder? order = DateOrder.DayFirst;
        if (month > 0 && either > 0)
        {
            var suggestion = day >= month ? DateOrder.DayFirst : DateOrder.MonthFirst;
            var answer = Questions.Ask(
                "date",
                column.Heading,
                $"Some dates under “{column.Heading}” can only be read with the month first, as in 12/25/2025. How should those be read that could be either, as 03/04/2025?",
                [
                    new(nameof(DateOrder.DayFirst), "Day first: 3 April 2025"),
                    new(nameof(DateOrder.MonthFirst), "Month first: 4 March 2025"),
                ],
                suggestion.ToString()
            );
            order = answer is null ? null : Enum.Parse<DateOrder>(answer);
        }

        orders[(table, column.Index)] = order;
        return order;
    }

    /// <summary>The middle one of a column's days; today where it has none.</summary>
    public DateOnly NearestDay(RecognisedTable table, RecognisedColumn column)
    {
        if (middles.TryGetValue((table, column.Index), out var middle))
        {
            return middle;
        }

        var days = table
            .Rows.Select(row =>
                DateReading.Read(row.At(column.Index), DateOrder.DayFirst, world.Today).Date
            )
            .OfType<DateOnly>()
            .Order()
            .ToList();
        return middles[(table, column.Index)] = days.Count > 0 ? days[days.Count / 2] : world.Today;
    }

    /// <summary>Puts the rows of one entry where they belong: refused with their reasons, or ready; those that wait stay out of both.</summary>
    public void Settle(IReadOnlyList<RowValues> rows, Func<Planned?> make)
    {
        var wrong = rows.Where(one => one.Faults.Count > 0).ToList();
        if (wrong.Count > 0)
        {
            Refused.AddRange(
                rows.Select(one => new RefusedRow(
                    one.Row.Place,
                    one.Faults.Count > 0
                        ? string.Join(' ', one.Faults.Distinct())
                        : $"Another row of the same entry cannot be read: {wrong[0].Row.Place}.",
                    one.Table,
                    one.Row
                ))
            );
        }
        else if (!rows.Any(one => one.Waits) && make() is { } planned)
        {
            Ready.Add(planned);
        }
    }

    public ImportPlan Plan(ImportKind kind, Recognition recognised) =>
        new(kind, recognised, Ready, Refused, Questions.Asked, Questions.Open, [.. Shown]);

    /// <summary>Every row of the lists, with its values.</summary>
    public List<RowValues> RowsOf(Recognition recognised) =>
        [
            .. recognised.Tables.SelectMany(table =>
                table.Rows.Select(row => new RowValues(table, row, this))
            ),
        ];

    /// <summary>The member a word means; asked where it is doubtful.</summary>
    public KnownAgency? Agency(RowValues row, string typed, bool mayBeWithout)
    {
        var match = AgencyMatch.Find(typed, world.Agencies);
        if (match.IsCertain)
        {
            return match.Best;
        }

        var others = world.Agencies.Except(match.Near);
        List<QuestionChoice> choices =
        [
            .. match
                .Near.Concat(others)
                .Select(one => new QuestionChoice(one.MembershipId.ToString(), one.Name)),
            .. mayBeWithout
                ? [new QuestionChoice(QuestionBook.Without, "No agency: bring the rows in without")]
                : Array.Empty<QuestionChoice>(),
            new(QuestionBook.LeaveOut, "Leave the rows out"),
        ];
        var answer = row.Answered(
            Questions.Ask(
                "agency",
                typed,
                $"Which member is “{typed}”?",
                choices,
                match.Best?.MembershipId.ToString()
                    ?? (mayBeWithout ? QuestionBook.Without : QuestionBook.LeaveOut)
            ),
            $"“{typed}” is no member of the hub."
        );
        return world.Agencies.FirstOrDefault(one => one.MembershipId.ToString() == answer);
    }
}
