using Microsoft.AspNetCore.Mvc;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyMeetings;

/// <summary>Adds or changes a decision.</summary>
[Access(Permission.KeepBodies)]
public sealed class DecisionModel(MoothallDb db) : MeetingPage(db)
{
    /// <summary>What was decided.</summary>
    public sealed class DecisionInput
    {
        [Field("Decision", Limit = 2000, Rows = 4, Required = "Enter what was decided")]
        public string Text { get; set; } = "";

        [Field("Agreed by", Limit = 400, Hint = "For example, all present.")]
        public string AgreedBy { get; set; } = "";
    }

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    private readonly MoothallDb db = db;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? decision, CancellationToken cancel)
    {
        if (
            !await LoadAsync(id, cancel)
            || (decision is not null && Meeting.Decisions.TrueForAll(one => one.Id != decision))
        )
        {
            return NotFound();
        }

        Version = Meeting.Version;
        if (Meeting.Decisions.Find(one => one.Id == decision) is { } known)
        {
            Input = new() { Text = known.Text, AgreedBy = known.AgreedBy };
        }

        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid? decision, CancellationToken cancel)
    {
        if (
            !await LoadAsync(id, cancel)
            || (decision is not null && Meeting.Decisions.TrueForAll(one => one.Id != decision))
        )
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var row = Meeting.Decisions.Find(one => one.Id == decision);
        if (row is null)
        {
            row = new()
            {
                MeetingId = id,
                Number = Meeting.Decisions.Count + 1,
                Text = Input.Text,
            };
            db.Add(row);
        }

        (row.Text, row.AgreedBy) = (Input.Text, Input.AgreedBy);
        return await SaveAsync("The decision is saved.", cancel);
    }
}
