using Microsoft.AspNetCore.Mvc;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Members;

/// <summary>Records why a member may share information: one of two bases, with date, evidence and the day to look again (S1-4.2).</summary>
[Access(Permission.ManageMembers)]
public sealed class ProtocolModel(MoothallDb db, TimeProvider clock) : MemberPage(db)
{
    public sealed class ProtocolInput
    {
        [Field("Basis", Required = "Choose the basis for sharing information")]
        public ProtocolBasis? Basis { get; set; }

        [Field(
            "Date it was signed, or recognised",
            Name = "The date",
            Required = "Enter the date it was signed or recognised"
        )]
        public DateOnly? Date { get; set; }

        [Field(
            "Evidence",
            Limit = 500,
            Rows = 3,
            Required = "Say what the evidence is and where it is kept",
            Hint = "For example: signed copy in the team's folder, or the law that recognises the agency."
        )]
        public string Evidence { get; set; } = "";

        [Field(
            "Due for review on",
            Required = "Enter when it is due for review",
            Hint = "After this day meeting content is shut to the member until it is recorded anew."
        )]
        public DateOnly? ReviewDate { get; set; }
    }

    [BindProperty]
    public ProtocolInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Version = Member.Version;
        Input = new()
        {
            Basis = Member.Basis,
            Date = Member.ProtocolDate,
            Evidence = Member.ProtocolEvidence,
            ReviewDate = Member.ProtocolReviewDate,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (Input.Date > UkTime.Today(clock))
        {
            ModelState.AddModelError("Input.Date", "The date is in the future.");
        }

        if (Input.ReviewDate < Input.Date)
        {
            ModelState.AddModelError(
                "Input.ReviewDate",
                "The review date is before the date it was signed."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        (Member.Basis, Member.ProtocolDate) = (Input.Basis, Input.Date);
        (Member.ProtocolEvidence, Member.ProtocolReviewDate) = (Input.Evidence, Input.ReviewDate);
        await SaveAsync();
        TempData["Notice"] = Member.ShutBecause(UkTime.Today(clock)) is { } shut
            ? $"Recorded. Meeting content is shut: {shut}"
            : $"Recorded. Meeting content is open to {Member.Name}.";
        return RedirectToPage("Detail", new { id });
    }
}
