using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>An item as the paper has it.</summary>
public sealed class ItemRow
{
    public Guid Id { get; set; }
    public ItemOutcome? Outcome { get; set; }

    [Field("Began", Width = 5, Limit = 10)]
    public string Started { get; set; } = "";

    [Field("Ended", Width = 5, Limit = 10)]
    public string Ended { get; set; } = "";

    [Field("Summary", Rows = 2, Limit = 4000)]
    public string Summary { get; set; } = "";

    [Field("Decision", Limit = 1000)]
    public string Decision { get; set; } = "";

    [Field("Challenge or different view, and whose", Name = "Challenge", Limit = 1000)]
    public string Dissent { get; set; } = "";
    public CaseDecision Case { get; set; }

    /// <summary>What an agency shared, to be added to what is there.</summary>
    public SharedRow Share { get; set; } = new();

    /// <summary>What the item said when this row was shown, as <see cref="Mark"/> has it.</summary>
    public string Began { get; set; } = "";

    /// <summary>The row as the item stands.</summary>
    public static ItemRow Of(AgendaItem item)
    {
        var row = new ItemRow
        {
            Id = item.Id,
            Outcome = item.Outcome,
            Started = WriteUpUseCases.Clock(item.StartedAt),
            Ended = WriteUpUseCases.Clock(item.EndedAt),
            Summary = item.Summary,
            Decision = item.Decision,
            Dissent = item.Dissent,
        };
        row.Began = row.Mark;
        return row;
    }

    /// <summary>Whether nothing was typed about how the item went; what is shared is added beside it.</summary>
    public bool IsUntouched => Case == CaseDecision.AsItStands && Began == Mark;

    /// <summary>
    /// Finds that somebody else wrote up the item meanwhile, and then puts their words above these, so that neither are lost.
    /// </summary>
    public bool Meets(AgendaItem item)
    {
        var stands = Of(item);
        if (Began == stands.Began || Mark == stands.Began)
        {
            return false;
        }

        (Summary, Decision, Dissent) = TwoTexts.Joined(item, Summary, Decision, Dissent);
        (Started, Ended) = (
            Started.Length > 0 ? Started : stands.Started,
            Ended.Length > 0 ? Ended : stands.Ended
        );
        Outcome ??= stands.Outcome;
        Began = stands.Began;
        return true;
    }

    private string Mark =>
        TwoTexts.MarkOf($"{Outcome}", Started.Trim(), Ended.Trim(), Summary, Decision, Dissent);
}

/// <summary>What an agency shared under an item, as the paper has it (S1-5.3).</summary>
public sealed class SharedRow
{
    [Field("What was shared", Rows = 2, Limit = 4000)]
    public string Text { get; set; } = "";

    [Field("Agency")]
    public Guid? MembershipId { get; set; }

    [Field("Who said it", Limit = 120, Width = 20)]
    public string From { get; set; } = "";

    [Field("How it may be used", Limit = 300, Hint = "Empty for the hub's ordinary rule.")]
    public string Handling { get; set; } = "";

    /// <summary>Whether anything was typed.</summary>
    public bool IsTyped => Text.Length > 0 || MembershipId is not null || From.Length > 0;
}
