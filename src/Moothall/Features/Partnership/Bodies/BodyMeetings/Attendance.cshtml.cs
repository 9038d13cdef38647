using Microsoft.AspNetCore.Mvc;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyMeetings;

/// <summary>Adds or changes a line of the attendance.</summary>
[Access(Permission.KeepBodies)]
public sealed class AttendanceModel(MoothallDb db) : MeetingPage(db)
{
    /// <summary>Who, and how.</summary>
    public sealed class AttendanceInput
    {
        [Field("Name", Limit = 120, Required = "Enter the name")]
        public string Name { get; set; } = "";

        [Field("Organisation", Limit = 200)]
        public string OrganisationName { get; set; } = "";

        [Field("Attendance", Required = "Choose how they attended")]
        public BodyPresence? Presence { get; set; }

        [Field("Deputy for", Limit = 120)]
        public string DeputyFor { get; set; } = "";
    }

    [BindProperty]
    public AttendanceInput Input { get; set; } = new();

    private readonly MoothallDb db = db;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? entry, CancellationToken cancel)
    {
        if (
            !await LoadAsync(id, cancel)
            || (entry is not null && Meeting.Attendance.TrueForAll(one => one.Id != entry))
        )
        {
            return NotFound();
        }

        Version = Meeting.Version;
        if (Meeting.Attendance.Find(one => one.Id == entry) is { } known)
        {
            Input = new()
            {
                Name = known.Name,
                OrganisationName = known.OrganisationName,
                Presence = known.Presence,
                DeputyFor = known.DeputyFor,
            };
        }

        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid? entry, CancellationToken cancel)
    {
        if (
            !await LoadAsync(id, cancel)
            || (entry is not null && Meeting.Attendance.TrueForAll(one => one.Id != entry))
        )
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var row = Meeting.Attendance.Find(one => one.Id == entry);
        if (row is null)
        {
            row = new()
            {
                MeetingId = id,
                Name = Input.Name,
                Presence = Input.Presence!.Value,
            };
            db.Add(row);
        }

        (row.Name, row.OrganisationName) = (Input.Name, Input.OrganisationName);
        (row.Presence, row.DeputyFor) = (Input.Presence!.Value, Input.DeputyFor);
        return await SaveAsync("The attendance is saved.", cancel);
    }
}
