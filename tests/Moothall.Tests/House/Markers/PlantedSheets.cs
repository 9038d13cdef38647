using Moothall.Features.CommunitySafetyHub.AgencySheets;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>An agency's sheet that went as a file.</summary>
internal sealed partial class PlantedWorld
{
    /// <summary>The copy of a sheet, and how it was sent.</summary>
    public Guid SheetCopyId { get; private set; }
    public Guid SheetAttemptId { get; private set; }

    // Housing's research list for the live meeting; what went is kept.
    private void AddSheet(MoothallDb db)
    {
        var file = Keep(Secret.SheetOfHousing);
        var sheet = new AgencySheet
        {
            MembershipId = World.HousingMember,
            Kind = SheetKind.Research,
            MeetingId = World.NextMeeting,
            MadeAt = Now.AddDays(-1),
            MadeByName = People.Coordinator.Name,
        };
        var copy = new CirculationCopy
        {
            SheetId = sheet.Id,
            UserId = People.Housing.Id,
            RecipientName = People.Housing.Name,
            OrganisationName = "Housing Options",
            Address = People.Housing.Email,
            Route = CirculationRoute.SecureAddress,
            Because = "Secure address",
            Mark = "Copy of Hannah Wright",
            Status = CopyStatus.Sent,
            StatusAt = Now.AddDays(-1),
            NextAttemptAt = Now.AddDays(-1),
            ReleasedAt = Now.AddDays(-1),
            ReleasedByName = People.Coordinator.Name,
        };
        var attempt = new SendingAttempt
        {
            CopyId = copy.Id,
            FileId = file.Id,
            Address = People.Housing.Email,
            StartedAt = Now.AddDays(-1),
            EndedAt = Now.AddDays(-1),
            Outcome = CopyStatus.Sent,
        };
        copy.Attempts.Add(attempt);
        db.AddRange(file, sheet, copy);
        db.Add(new SentLine { AttemptId = attempt.Id, CaseId = conflict.Id });
        (SheetCopyId, SheetAttemptId) = (copy.Id, attempt.Id);
    }
}
