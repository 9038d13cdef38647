using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>Last week's minutes, still a draft, and those of the week before, released and circulated.</summary>
internal sealed partial class PlantedWorld
{
    private void AddMinutes(MoothallDb db)
    {
        var draft = Minutes(LastWeek);
        db.Add(draft);
        Section(db, draft, 1, Secret.MinutesDraftPartA);
        Section(db, draft, 2, Secret.MinutesDraft, hub);

        var released = Minutes(WeekBefore);
        db.Add(released);
        var guests = Item(WeekBefore, AgendaPart.A, AgendaItemKind.GuestSpeaker, 1);
        Name(db, Secret.MinutesForGuest, guests);
        Invite(db, guests);
        Section(db, released, 1, Secret.MinutesForGuest, item: guests.Id);
        Section(db, released, 2, Secret.MinutesPartA);
        Section(db, released, 3, Secret.MinutesPartB, partB: true);
        Section(db, released, 4, Secret.MinutesOnHub, hub);
        Section(db, released, 5, Secret.MinutesOnPolice, police);
        Section(db, released, 6, Secret.MinutesOnPeople, people);
        Section(db, released, 7, Secret.MinutesOnConflict, conflict);
        Release(released);
        Copy(db, released);
    }

    private static Minutes Minutes(Guid meeting) =>
        new()
        {
            MeetingId = meeting,
            CreatedAt = Now.AddDays(-6),
            Title = "Community Safety Hub: minutes",
        };

    private void Section(
        MoothallDb db,
        Minutes minutes,
        int order,
        Secret secret,
        HubCase? one = null,
        Guid? item = null,
        bool partB = false
    ) =>
        Name(
            db,
            secret,
            new MinutesSection
            {
                MinutesId = minutes.Id,
                Order = order,
                Heading = "?",
                Text = "?",
                CaseId = one?.Id,
                ItemId = item,
                InPartB = partB || one is not null,
            }
        );

    private static void Invite(MoothallDb db, AgendaItem item)
    {
        var entry = new AttendanceEntry
        {
            MeetingId = WeekBefore,
            UserId = People.Guest.Id,
            Name = People.Guest.Name,
            OrganisationName = "Traders",
            Kind = AttendeeKind.GuestSpeaker,
            State = AttendanceState.Present,
        };
        entry.Items.Add(new() { EntryId = entry.Id, ItemId = item.Id });
        db.Add(entry);
    }

    // The signed text is the whole of the minutes, sections for some readers only among them.
    private static void Release(Minutes minutes)
    {
        foreach (var signer in new[] { People.Coordinator, People.Manager })
        {
            minutes.Signatures.Add(
                new()
                {
                    MinutesId = minutes.Id,
                    UserId = signer.Id,
                    Name = signer.Name,
                    SignedAt = Now.AddDays(-5),
                    TextHash = minutes.CurrentHash,
                }
            );
        }

        (minutes.Status, minutes.ReleasedAt) = (MinutesStatus.Released, Now.AddDays(-5));
        (minutes.SignedText, minutes.SignedHash) = (
            CanonicalText.Of(minutes.Content),
            minutes.CurrentHash
        );
    }

    // Hannah's copy went as a file to her secure address; what went is kept.
    private void Copy(MoothallDb db, Minutes minutes)
    {
        var file = Keep(Secret.CopyOfHousing);
        var copy = new CirculationCopy
        {
            MinutesId = minutes.Id,
            UserId = People.Housing.Id,
            RecipientName = People.Housing.Name,
            OrganisationName = "Housing Options",
            Address = People.Housing.Email,
            Route = CirculationRoute.SecureAddress,
            Because = "Secure address",
            Mark = "Copy of Hannah Wright",
            Status = CopyStatus.Sent,
            StatusAt = Now.AddDays(-4),
            NextAttemptAt = Now.AddDays(-4),
            ReleasedAt = Now.AddDays(-5),
            ReleasedByName = People.Coordinator.Name,
        };
        var attempt = new SendingAttempt
        {
            CopyId = copy.Id,
            FileId = file.Id,
            Address = People.Housing.Email,
            StartedAt = Now.AddDays(-4),
            EndedAt = Now.AddDays(-4),
            Outcome = CopyStatus.Sent,
        };
        copy.Attempts.Add(attempt);
        db.AddRange(file, copy);
        CopyId = copy.Id;
        AttemptId = attempt.Id;
    }

    /// <summary>Hannah's copy.</summary>
    public Guid CopyId { get; private set; }

    /// <summary>Its sending.</summary>
    public Guid AttemptId { get; private set; }
}
