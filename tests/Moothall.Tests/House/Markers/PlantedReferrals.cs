using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>The referrals with their files.</summary>
internal sealed partial class PlantedWorld
{
    private void AddReferrals(MoothallDb db)
    {
        const ReferralStatus accepted = ReferralStatus.Accepted;
        Referral(db, Secret.ReferralOfHousing, Secret.ReferralOfHousing, People.Housing);
        Referral(
            db,
            Secret.ReferralForPeople,
            Secret.FilesForPeople,
            People.Police,
            accepted,
            people
        );
        Referral(
            db,
            Secret.ReferralForConflict,
            Secret.FilesForConflict,
            People.Housing,
            ReferralStatus.Joined,
            conflict
        );
        Referral(
            db,
            Secret.ReferralPrepared,
            Secret.FilesPrepared,
            People.Police,
            accepted,
            prepared
        );
        var known = Person(police.Id, null, 1985);
        (known.GivenNames, known.FamilyName) = (KnownGiven, KnownFamily);
        known.DateOfBirth = KnownBorn;
        Name(db, Secret.PoliceName, Secret.PoliceInside, known);
    }

    private void Referral(
        MoothallDb db,
        Secret secret,
        Secret files,
        Person by,
        ReferralStatus status = ReferralStatus.Submitted,
        HubCase? one = null
    )
    {
        var referral = new Referral
        {
            BodyId = World.Hub,
            Reference = Marks.Reference("REF", secret),
            OrganisationId = by.OrganisationId!.Value,
            ReferredById = by.Id,
            ReferredByName = "?",
            Details = new() { Kind = CaseKind.Person },
            SubmittedAt = Now.AddDays(-5),
            MeetingId = one == prepared ? Prepared : World.NextMeeting,
            Status = status,
            CaseId = one?.Id,
        };
        var file = Keep(files, named: true);
        db.Add(file);
        Name(
            db,
            files,
            new ReferralAttachment
            {
                ReferralId = referral.Id,
                FileId = file.Id,
                AddedByName = "?",
            }
        );
        Name(
            db,
            secret,
            referral,
            Person(null, referral.Id, 2000 - (int)secret),
            new CasePlace { ReferralId = referral.Id, Description = "?" },
            new TriageDecision
            {
                ReferralId = referral.Id,
                Outcome = status switch
                {
                    ReferralStatus.Joined => TriageOutcome.Join,
                    ReferralStatus.Accepted => TriageOutcome.Accept,
                    _ => TriageOutcome.Return,
                },
                Reason = "?",
                DecidedById = People.SecondCoordinator.Id,
                DecidedByName = "?",
                DecidedAt = Now.AddDays(-4),
            }
        );
    }
}
