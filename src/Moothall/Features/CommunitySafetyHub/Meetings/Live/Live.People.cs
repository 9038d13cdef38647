using Microsoft.AspNetCore.Mvc;
using Moothall.Features.CommunitySafetyHub.PaperCopies;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>What whoever runs the meeting does about the people in it.</summary>
public sealed partial class LiveModel
{
    /// <summary>Latecomers who wait for the next item, in the order they came.</summary>
    public IReadOnlyList<AttendanceEntry> Waiting =>
        [
            .. Person
                .Meeting.Register.Where(entry => entry.WaitsFor(Person.Meeting.CurrentItemId))
                .OrderBy(entry => entry.ArrivedAt),
        ];

    /// <summary>The paper copies that are still out, for the check of the room at the end (S1-7.2g); nothing where all are back.</summary>
    public async Task<string?> StillOutAsync() =>
        PaperIssue.StillOut(await PaperIssue.OfAsync(db, Person.Meeting.Id));

    /// <summary>Lets a latecomer in before the next item, recorded in the register.</summary>
    public async Task<IActionResult> OnPostLetInAsync(Guid id, Guid entry)
    {
        if (await BeginAsync(id, running: true) is { } stop)
        {
            return stop;
        }

        if (Person.Meeting.Register.SingleOrDefault(one => one.Id == entry) is not { } line)
        {
            return NotFound();
        }

        return await EndAsync(id, Attendance.LetIn(Person.Meeting, line, Person.Viewer.Name, Now));
    }
}
