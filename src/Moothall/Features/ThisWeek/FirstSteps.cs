using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Settings;
using Moothall.Features.Partnership.Statements;
using Moothall.Platform.Access;
using Moothall.Platform.Email;
using Moothall.Platform.Ui;

namespace Moothall.Features.ThisWeek;

/// <summary>What of a new partnership is in place outside its database.</summary>
/// <param name="HasMailServer">Whether a mail server is set.</param>
/// <param name="HasBackup">Looks whether a backup lies in the backup folder.</param>
public sealed record SetUpFacts(bool HasMailServer, Func<bool> HasBackup);

/// <summary>
/// What whoever sets a partnership up does first. Nothing is ticked by hand: each step is done when what it makes is there,
/// and with the last one the list goes away.
/// </summary>
internal static class FirstSteps
{
    public static async Task<WeekSection?> OfAsync(
        Week week,
        SetUpFacts setUp,
        CancellationToken cancel
    )
    {
        var (administers, runs) = (
            week.User.May(Permission.ManageAccounts),
            week.User.May(Permission.ManageMembers)
        );
        if (!administers && !runs)
        {
            return null;
        }

        var (db, theirs) = (week.Db, runs ? "" : " A coordinator does this.");
        var there = await db.Set<PartnershipSettings>()
            .Select(own => new
            {
                Contact = own.TeamTelephone != "" || own.TeamEmail != "",
                Coordinator = db.Set<RoleGrant>().Any(grant => grant.Role == Role.Coordinator),
                Members = db.Set<HubMembership>().Any(),
                Basis = db.Set<HubMembership>().Any(member => member.ProtocolDate != null),
                Mail = db.Set<Notice>().Any(notice => notice.Status == NoticeStatus.Sent),
            })
            .SingleOrDefaultAsync(cancel);
        if (there is null)
        {
            return null;
        }

        var confirmed = await db.Set<PublicStatement>()
            .Where(one => one.ConfirmedOn != null)
            .Select(one => one.Kind)
            .ToListAsync(cancel);
        List<Step> steps =
        [
            new(
                there.Contact,
                Permission.ManageAccounts,
                new("Name, colour and how to reach the team", "/Partnership/Settings/Index")
                {
                    Hint =
                        "The telephone number and e-mail address stand on every page that says whom to ask.",
                }
            ),
            new(
                there.Coordinator,
                Permission.ManageAccounts,
                new("Invite the people who run the hub", "/Admin/People/Invite")
                {
                    Hint =
                        "At least one coordinator, and a second administrator in case you are away. They invite nobody themselves: you do.",
                }
            ),
            new(
                setUp.HasMailServer && there.Mail,
                Permission.ManageAccounts,
                new("Send a test message", "/Admin/Mail/Index")
                {
                    Hint = setUp.HasMailServer
                        ? "A mail server is set. See whether it takes a message."
                        : "No mail server is set yet. The page says what to put in the settings.",
                }
            ),
            new(
                setUp.HasBackup(),
                Permission.ManageAccounts,
                new("Make the first backup")
                {
                    Hint =
                        "On the server: the command backup, and then every night. Write the recovery code down and keep it elsewhere: without it no backup can be opened.",
                }
            ),
            .. Enum.GetValues<StatementKind>()
                .Select(kind => new Step(
                    confirmed.Contains(kind),
                    Permission.PublishStatements,
                    new(
                        $"Confirm the {DisplayNames.Of(kind).ToLowerInvariant()}",
                        "/Partnership/Statements/Edit"
                    )
                    {
                        Values = new { kind },
                        Hint =
                            "A draft is made from the settings. Visitors cannot read it before you confirm it.",
                    }
                )),
            new(
                there.Members,
                Permission.ManageMembers,
                new("Add the members of the hub", "/Partnership/Members/Index")
                {
                    Hint = $"One by one, or from a list you have.{theirs}",
                }
            ),
            new(
                there.Basis,
                Permission.ManageMembers,
                new(
                    "Record who has signed the information sharing protocol",
                    "/Partnership/SharingProtocols/Index"
                )
                {
                    Hint = $"Until then meeting content is shut to the member.{theirs}",
                }
            ),
        ];
        // Whoever runs the hub is told of their own part alone.
        steps.RemoveAll(step => !administers && step.Needs != Permission.ManageMembers);
        return steps.TrueForAll(step => step.IsDone)
            ? null
            : new("First steps", steps.ConvertAll(step => step.ToLine()));
    }

    private sealed record Step(bool IsDone, Permission Needs, WeekLine Line)
    {
        public WeekLine ToLine() =>
            IsDone
                ? Line with
                {
                    Hint = "",
                    Tag = "Done",
                }
                : Line with
                {
                    Tag = "To do",
                    Urgency = Urgency.Soon,
                };
    }
}
