using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Tables;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>A line beside another: what a heading or a field says.</summary>
public sealed record ShownValue(string Label, string Value);

/// <summary>A row that is not brought in, and why; it goes into the file to mend.</summary>
public sealed record RefusedRow(string Place, string Reason, RecognisedTable Table, SheetRow Row);

/// <summary>Something that will be written, with the rows it comes from.</summary>
/// <param name="Rows">The rows, each with its table.</param>
public abstract record Planned(IReadOnlyList<(RecognisedTable Table, SheetRow Row)> Rows)
{
    /// <summary>Where it stood: "Sheet Cases, row 14".</summary>
    public string Place => string.Join("; ", Rows.Select(one => one.Row.Place));

    /// <summary>What the file says, column by column.</summary>
    public IReadOnlyList<ShownValue> Source =>
        [
            .. Rows.SelectMany(one =>
                one.Table.Columns.Select(column => new ShownValue(
                        column.Heading,
                        one.Row.At(column.Index).Text
                    ))
                    .Where(value => value.Value.Length > 0)
            ),
        ];

    /// <summary>What whoever brings it must know of it, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What will be written of it, field by field.</summary>
    public abstract IReadOnlyList<ShownValue> Result { get; }
}

/// <summary>A person of a planned case.</summary>
public sealed record PlannedPerson(
    ReadName Name,
    DateOnly? Born,
    int? Age,
    PersonRole Role,
    string Address,
    string Postcode,
    string Telephone
)
{
    /// <summary>The address that must not be disclosed, with its postcode; it is not among the open ones.</summary>
    public string HiddenAddress { get; init; } = "";

    /// <summary>The telephone numbers that must not be disclosed.</summary>
    public string HiddenTelephone { get; init; } = "";

    /// <summary>Whether what must not be disclosed is kept for named people; otherwise it is not written.</summary>
    public bool IsKept { get; init; }

    /// <summary>What must not be disclosed, by which it is found elsewhere in the same case too.</summary>
    public IEnumerable<(ProtectedKind Kind, string Value)> Hidden =>
        Numbers(HiddenTelephone)
            .Select(number => (ProtectedKind.Telephone, number))
            .Append((ProtectedKind.Address, HiddenAddress))
            .Where(one => one.Item2.Length > 0);

    /// <summary>The telephone numbers one by one.</summary>
    public IEnumerable<string> TelephoneNumbers => Numbers(Telephone);

    private static string[] Numbers(string typed) =>
        typed.Split(
            [',', ';', '\n', '/'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    /// <summary>Why neither a date of birth nor an age is known (S1-5.6a).</summary>
    public const string NotKnownBecause = "It was not in the imported list.";
}

/// <summary>A case that will be opened.</summary>
public sealed record PlannedCase(IReadOnlyList<(RecognisedTable Table, SheetRow Row)> Rows)
    : Planned(Rows)
{
    public string OldReference { get; init; } = "";
    public required string Title { get; init; }
    public string TitleBecause { get; init; } = "";
    public required CaseKind Kind { get; init; }
    public bool IsMonitored { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required IReadOnlyList<KnownTopic> Topics { get; init; }
    public required IReadOnlyList<PlannedPerson> People { get; init; }
    public IReadOnlyList<string> Places { get; init; } = [];
    public KnownAgency? Agency { get; init; }
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The narrowest of the topics' own levels (settled 7).</summary>
    public CaseVisibility Visibility =>
        Topics.Select(topic => topic.Visibility).DefaultIfEmpty().Max();

    /// <inheritdoc/>
    public override IReadOnlyList<ShownValue> Result => PlannedWords.Of(this);
}

/// <summary>An action that will stand on the list.</summary>
public sealed record PlannedAction(IReadOnlyList<(RecognisedTable Table, SheetRow Row)> Rows)
    : Planned(Rows)
{
    public required string Text { get; init; }
    public required KnownAgency Owner { get; init; }
    public KnownPerson? Person { get; init; }
    public required DateOnly Due { get; init; }
    public bool DueIsNextHub { get; init; }
    public DateOnly? AgreedOn { get; init; }
    public KnownCase? Case { get; init; }
    public string Update { get; init; } = "";

    /// <inheritdoc/>
    public override IReadOnlyList<ShownValue> Result => PlannedWords.Of(this);
}

/// <summary>
/// Somebody who acts for a planned member: somebody here already, somebody whom an administrator can invite, or somebody for
/// whom something is lacking yet.
/// </summary>
public sealed record PlannedRepresentative(
    string Name,
    string Post,
    string Email,
    string Telephone,
    bool IsDeputy,
    KnownPerson? Account,
    string? NotYet = null
)
{
    /// <summary>Whether they become known here, for an administrator to invite.</summary>
    public bool IsPrepared => Account is null && NotYet is null;
}

/// <summary>A member that will be admitted, or one here already that gets people.</summary>
public sealed record PlannedMember(IReadOnlyList<(RecognisedTable Table, SheetRow Row)> Rows)
    : Planned(Rows)
{
    public required string Name { get; init; }
    public KnownAgency? Existing { get; init; }
    public Guid? OrganisationId { get; init; }
    public required string OrganisationName { get; init; }
    public required bool IsService { get; init; }
    public required IReadOnlyList<PlannedRepresentative> People { get; init; }
    public string Note { get; init; } = "";

    /// <inheritdoc/>
    public override IReadOnlyList<ShownValue> Result => PlannedWords.Of(this);
}

/// <summary>All that a file comes to: what will be written, what is asked, what is refused and why. Nothing is written by it.</summary>
public sealed record ImportPlan(
    ImportKind Kind,
    Recognition Recognised,
    IReadOnlyList<Planned> Ready,
    IReadOnlyList<RefusedRow> Refused,
    IReadOnlyList<ImportQuestion> Questions,
    IReadOnlyList<ImportQuestion> Open,
    IReadOnlyList<Guid> Shown
)
{
    /// <summary>How many rows of entries the lists have.</summary>
    public int RowsRead => Recognised.Tables.Sum(table => table.Rows.Count);

    /// <summary>How many of them will be written.</summary>
    public int RowsReady => Ready.Sum(one => one.Rows.Count);
}
