using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Bodies.BodyActions;
using Moothall.Features.Partnership.Bodies.BodyMeetings;
using Moothall.Features.Partnership.Bodies.BodyMembers;
using Moothall.Features.Partnership.Bodies.BodyTerms;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Presets;

/// <summary>The demonstration's strategic board: terms in force and others being written, members, a meeting behind and one ahead.</summary>
internal static class DemonstrationBoard
{
    private const string Terms =
        "1. The board sets the priorities of the partnership and agrees its plan.\n"
        + "2. It meets four times a year.\n"
        + "3. Five members are enough for a decision.";

    public static async Task WriteAsync(
        DemonstrationStage stage,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var board = await stage
            .Db.Set<GovernanceBody>()
            .OrderBy(body => body.Name)
            .FirstOrDefaultAsync(body => body.Type == BodyType.StrategicBoard, cancel);
        if (board is null)
        {
            return;
        }

        board.Purpose =
            "Brings together those who answer for their agencies in Aldermere. It agrees the plan and hears how it goes.";
        Draft(stage.Db, board, today);
        Officer[] people = [stage.Chair, stage.Manager, stage.Coordinator];
        BodyRole[] roles = [BodyRole.Chair, BodyRole.ViceChair, BodyRole.InAttendance];
        foreach (var (officer, role) in people.Zip(roles))
        {
            stage.Db.Add(
                new BodyMember
                {
                    BodyId = board.Id,
                    UserId = officer.User.Id,
                    PersonName = officer.User.Name,
                    OrganisationId = officer.User.OrganisationId,
                    Role = role,
                    From = today.AddYears(-1),
                }
            );
        }

        Meet(stage, board, people, today);
    }

    private static void Draft(MoothallDb db, GovernanceBody board, DateOnly today)
    {
        var first = new TermsVersion { BodyId = board.Id, Number = 1 };
        var second = new TermsVersion { BodyId = board.Id, Number = 2 };
        DemonstrationReferrals.Must(first.Write(Terms, null));
        DemonstrationReferrals.Must(first.Adopt(null, today.AddDays(-340), today.AddDays(25)));
        DemonstrationReferrals.Must(
            second.Write(Terms.Replace("four", "six", StringComparison.Ordinal), null)
        );
        db.AddRange(first, second);
    }

    private static void Meet(
        DemonstrationStage stage,
        GovernanceBody board,
        Officer[] people,
        DateOnly today
    )
    {
        var past = new BodyMeeting
        {
            BodyId = board.Id,
            Details = new()
            {
                Date = today.AddDays(-45),
                Place = "Aldermere Town Hall, committee room 2",
                Notes = "The chair thanked the fire service for its home visits.",
            },
        };
        past.Items.AddRange([
            Item(past, 1, "Progress of the plan", 30, isPublic: true),
            Item(past, 2, "Spending to date", 20, isPublic: false),
        ]);
        past.Attendance.AddRange(
            people.Select(one => new BodyAttendance
            {
                MeetingId = past.Id,
                Name = one.User.Name,
                OrganisationName = one.Person.Organisation,
                Presence = BodyPresence.Present,
            })
        );
        past.Decisions.Add(
            new()
            {
                MeetingId = past.Id,
                Number = 1,
                Text = "The terms of reference are written anew, with six meetings a year.",
                AgreedBy = "all present",
            }
        );
        var next = new BodyMeeting
        {
            BodyId = board.Id,
            Details = new()
            {
                Date = today.AddDays(18),
                Place = "Aldermere Town Hall, committee room 2",
            },
        };
        next.Items.AddRange([
            Item(next, 1, "Record of the last meeting", 5, isPublic: true),
            Item(next, 2, "New terms of reference", 20, isPublic: true),
        ]);
        stage.Db.AddRange(past, next);
        var owner = stage.Manager.User.OrganisationId!.Value;
        (string Text, int Days)[] actions =
        [
            ("Write new terms of reference and send them round", 10),
            ("Ask the health board who will come in its name", -6),
        ];
        stage.Db.AddRange(
            actions.Select(
                (one, index) =>
                    new BodyAction
                    {
                        BodyId = board.Id,
                        Number = index + 1,
                        OwnerId = owner,
                        Details = new()
                        {
                            Text = one.Text,
                            PersonName = stage.Manager.User.Name,
                            Due = today.AddDays(one.Days),
                        },
                    }
            )
        );
    }

    private static BodyAgendaItem Item(
        BodyMeeting meeting,
        int order,
        string title,
        int minutes,
        bool isPublic
    ) =>
        new()
        {
            MeetingId = meeting.Id,
            Order = order,
            Title = title,
            Minutes = minutes,
            IsPublic = isPublic,
        };
}
