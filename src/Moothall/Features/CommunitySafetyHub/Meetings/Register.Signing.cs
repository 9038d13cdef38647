using Microsoft.AspNetCore.Mvc;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>
/// Agreements taken from people without a device or an account (settled 16), and those who follow without papers. One press in
/// a person's own row records that they agreed and, on the day, that they are here.
/// </summary>
public sealed partial class RegisterModel
{
    /// <summary>A signature taken from someone else, before another witness.</summary>
    public SignForForm SignFor { get; private set; } = new();

    /// <summary>An observer or an interpreter.</summary>
    public FollowForm Follow { get; private set; } = new();

    /// <summary>Whether the agreement may be signed now.</summary>
    public bool MaySign => AgreementWindow.Check(Person.Meeting, Now).Allowed;

    /// <summary>The statements to read aloud, in order (S1-7.1).</summary>
    public async Task<IReadOnlyList<string>> StatementsAsync() =>
        (await db.WordingOnAsync(UkTime.DateOf(Person.Meeting.StartsAt))).Lines();

    /// <summary>Records an agreement read aloud or signed on paper (settled 16).</summary>
    public async Task<IActionResult> OnPostSignForAsync(Guid id, SignForForm signFor)
    {
        SignFor = signFor;
        if (await RunAsync(id) is { } stop)
        {
            return stop;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await attendance.EntryAsync(Person.Meeting, signFor.Who) is not { } entry)
        {
            return NotFound();
        }

        if (await ShutAsync(entry) is { } shut)
        {
            return await WrongAsync(id, shut);
        }

        var wording = await db.WordingOnAsync(UkTime.DateOf(Person.Meeting.StartsAt));
        var problem = attendance.SignFor(
            Person.Meeting,
            entry,
            signFor.Manner!.Value,
            signFor.Witness,
            wording.Id,
            Now,
            Now
        );
        return problem is null
            ? await DoneAsync(id, $"{entry.Name}'s agreement is recorded.")
            : await WrongAsync(id, problem);
    }

    /// <summary>Puts an observer or an interpreter on the register: they sign and get nothing to read.</summary>
    public async Task<IActionResult> OnPostFollowAsync(Guid id, FollowForm follow)
    {
        Follow = follow;
        if (await RunAsync(id) is { } stop)
        {
            return stop;
        }

        var interprets = follow.Kind == AttendeeKind.Interpreter;
        var speaksFor = interprets
            ? await attendance.EntryAsync(Person.Meeting, follow.InterpretsFor)
            : null;
        if (interprets && speaksFor is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Follow.InterpretsFor", "Choose whom they interpret for");
        }

        if (!FollowForm.Kinds.Any(kind => kind.Value == $"{follow.Kind}") && ModelState.IsValid)
        {
            ModelState.AddModelError("Follow.Kind", "Choose observer or interpreter");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        attendance.Expect(
            Person.Meeting,
            new()
            {
                MeetingId = id,
                Name = follow.Name,
                OrganisationName = follow.Agency,
                Kind = follow.Kind!.Value,
                InterpretsForId = speaksFor?.Id,
                InterpretsForName = speaksFor?.Name ?? "",
                InvitedByName = Person.Viewer.Name,
                InvitedWhy = speaksFor is null
                    ? "observes this meeting"
                    : $"interprets for {speaksFor.Name}",
            }
        );
        return await DoneAsync(
            id,
            $"{follow.Name} is on the register. {AttendeeRights.Papers(follow.Kind.Value).Reason}"
        );
    }

    private static (SigningManner Manner, bool ByTelephone)? AgreedBy(string mark) =>
        mark switch
        {
            "telephone" => (SigningManner.ReadAloud, true),
            "aloud" => (SigningManner.ReadAloud, false),
            "paper" => (SigningManner.OnPaper, false),
            _ => null,
        };

    // The one who presses heard or saw it; another witness is named in the form below the register.
    private async Task<IActionResult> AgreeAsync(
        Guid id,
        AttendanceEntry entry,
        SigningManner manner,
        bool byTelephone,
        DateTime at,
        ItemNow? current
    )
    {
        var wording = await db.WordingOnAsync(UkTime.DateOf(Person.Meeting.StartsAt));
        var problem = attendance.SignFor(
            Person.Meeting,
            entry,
            manner,
            Person.Viewer.Name,
            wording.Id,
            at,
            Now
        );
        if (problem is not null)
        {
            return await WrongAsync(id, problem);
        }

        entry.ByTelephone = byTelephone;
        if (IsTheDay)
        {
            problem = Attendance.Arrive(Person.Meeting, entry, current, at, Now);
        }

        return problem is null
            ? await DoneAsync(id, Recorded(entry))
            : await WrongAsync(id, problem);
    }

    private string Recorded(AttendanceEntry entry) =>
        entry.WaitsFor(Person.Meeting.CurrentItemId)
            ? $"{entry.Name}: recorded. They join at the next item, unless you let them in."
            : $"{entry.Name}: recorded.";
}
