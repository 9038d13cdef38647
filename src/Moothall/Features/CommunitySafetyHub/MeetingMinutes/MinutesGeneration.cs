using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Settings;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Brings the minutes of an ended meeting into being (S1-3.4): when it is ended, or at the team's first look.</summary>
public static class MinutesGeneration
{
    /// <summary>
    /// Writes the draft minutes of a meeting and saves them, once: where they exist already, those come back. Nobody is shown
    /// anything by this, so it notes no reading.
    /// </summary>
    public static async Task<Minutes> GenerateAsync(
        MoothallDb db,
        Guid meetingId,
        DateTime now,
        CancellationToken cancel = default
    )
    {
        // What the meeting recorded in this very request must be in the database before it is read back.
        await db.SaveChangesAsync(cancel);
        if (await FindAsync(db, meetingId, cancel) is { } existing)
        {
            return existing;
        }

        var minutes = MinutesGenerator.Generate(
            await UnnotedAsync(db, meetingId, now, cancel),
            now
        );
        db.Add(minutes);
        try
        {
            await db.SaveChangesAsync(cancel);
            return minutes;
        }
        catch (DbUpdateException fault)
        {
            // Two looked first at the same moment: the other one's draft stands.
            db.ChangeTracker.Clear();
            return await FindAsync(db, meetingId, cancel)
                ?? throw new InvalidOperationException("The minutes could not be written.", fault);
        }
    }

    private static Task<Minutes?> FindAsync(
        MoothallDb db,
        Guid meetingId,
        CancellationToken cancel
    ) => db.Set<Minutes>().SingleOrDefaultAsync(m => m.MeetingId == meetingId, cancel);

    private static async Task<MinutesSource> UnnotedAsync(
        MoothallDb db,
        Guid meetingId,
        DateTime now,
        CancellationToken cancel
    )
    {
        using var unnoted = ReadNotes.Pause(db.Reads);
        return await LoadAsync(db, meetingId, now, cancel);
    }

    private static async Task<MinutesSource> LoadAsync(
        MoothallDb db,
        Guid meetingId,
        DateTime now,
        CancellationToken cancel
    )
    {
        var meeting = await db.Set<HubMeeting>()
            .AsNoTracking()
            .AsSplitQuery()
            .Include(m => m.Items)
                .ThenInclude(item => item.Shared)
            .Include(m => m.Register)
            .Include(m => m.Signatures)
            .Include(m => m.Chairings)
            .SingleAsync(m => m.Id == meetingId, cancel);
        var day = UkTime.DateOf(meeting.StartsAt);
        var members = await db.Set<HubMembership>()
            .AsNoTracking()
            .Include(member => member.Representatives)
            .Where(member => member.BodyId == meeting.BodyId)
            .OrderBy(member => member.Order)
            .ToListAsync(cancel);
        var actions = await MinutesActions.LoadAsync(db, meeting, members, cancel);
        var cases = meeting
            .Items.Select(item => item.CaseId)
            .Concat(actions.Select(action => action.Action.CaseId))
            .OfType<Guid>()
            .Distinct()
            .ToList();
        return new()
        {
            Meeting = meeting,
            BodyName = await db.Set<GovernanceBody>()
                .Where(body => body.Id == meeting.BodyId)
                .Select(body => body.Name)
                .SingleAsync(cancel),
            ProtocolName =
                await db.Set<PartnershipSettings>()
                    .Select(settings => settings.ProtocolName)
                    .FirstOrDefaultAsync(cancel)
                ?? "information sharing protocol",
            ActingChair = !await ChairsTheHubAsync(db, meeting.ChairId, day, cancel),
            Wording = await WordingAsync(db, meeting, day, cancel),
            WrittenUpBy = await WrittenUpByAsync(db, meetingId, cancel),
            Members =
            [
                .. members
                    .Where(m => IsOnTheDay(m, day))
                    .Select(m => new SourceMember(m.Id, m.Name)),
            ],
            Recipients = await MinutesRecipients.ForAsync(
                db,
                meetingId,
                UkTime.DateOf(now),
                cancel
            ),
            Actions = actions,
            PeopleOfCase = await PeopleAsync(db, meeting, cases, cancel),
            CaseTitles = await db.Set<HubCase>()
                .Where(c => cases.Contains(c.Id))
                .Select(c => new { c.Id, Title = c.Reference + ": " + c.Title })
                .ToDictionaryAsync(c => c.Id, c => c.Title, cancel),
        };
    }

    // A class of agencies that nobody acts for, such as "guest speakers", cannot be absent.
    private static bool IsOnTheDay(HubMembership member, DateOnly day) =>
        (member.LeftOn is null || member.LeftOn >= day)
        && (
            member.Kind != MemberKind.AgencyClass
            || member.Representatives.Exists(person =>
                person.From <= day && (person.Until is null || person.Until >= day)
            )
        );

    private static Task<bool> ChairsTheHubAsync(
        MoothallDb db,
        Guid? chairId,
        DateOnly day,
        CancellationToken cancel
    ) =>
        db.Set<RoleGrant>()
            .AnyAsync(
                grant =>
                    grant.UserId == chairId
                    && grant.Role == Role.Chair
                    && grant.From <= day
                    && (grant.Until == null || grant.Until >= day),
                cancel
            );

    private static async Task<IReadOnlyList<string>> WrittenUpByAsync(
        MoothallDb db,
        Guid meetingId,
        CancellationToken cancel
    )
    {
        var writings = await db.Set<MeetingDeed>()
            .Where(deed => deed.MeetingId == meetingId && deed.Kind == DeedKind.WrittenUp)
            .Join(
                db.Set<User>(),
                deed => deed.ByUserId,
                user => user.Id,
                (deed, user) => new { deed.At, user.Name }
            )
            .OrderBy(one => one.At)
            .ToListAsync(cancel);
        return [.. writings.Select(one => one.Name).Distinct()];
    }

    private static Task<ConfidentialityWording?> WordingAsync(
        MoothallDb db,
        HubMeeting meeting,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var signed = meeting.Signatures.Select(signature => signature.WordingId).ToList();
        return db.Set<ConfidentialityWording>()
            .AsNoTracking()
            .Where(wording => signed.Count == 0 ? wording.From <= day : signed.Contains(wording.Id))
            .OrderByDescending(wording => wording.Number)
            .FirstOrDefaultAsync(cancel);
    }

    private static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> PeopleAsync(
        MoothallDb db,
        HubMeeting meeting,
        IReadOnlyList<Guid> cases,
        CancellationToken cancel
    )
    {
        var known = await MinutesNames.KnownAsync(db, meeting.Id, cases, cancel);
        var people = await db.Set<CasePerson>()
            .Where(person => person.CaseId != null && cases.Contains(person.CaseId.Value))
            .Select(person => new
            {
                person.Id,
                CaseId = person.CaseId!.Value,
                person.GivenNames,
                person.FamilyName,
                person.Role,
            })
            .ToListAsync(cancel);
        return people
            .OrderBy(person => person.Id.ToString(), StringComparer.Ordinal)
            .GroupBy(person => person.CaseId)
            .ToDictionary(
                group => group.Key,
                group =>
                    (IReadOnlyList<string>)
                        [
                            .. group.Select(person =>
                                $"{MinutesNames.InitialsOf(person.GivenNames, person.FamilyName, known)} ({DisplayNames.Of(person.Role).ToLowerInvariant()})"
                            ),
                        ]
            );
    }
}
