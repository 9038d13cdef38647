using static Moothall.Platform.Access.Permission;

namespace Moothall.Features.Help;

public static partial class HelpTopics
{
    // What a partnership plans, does and answers for.
    private static IReadOnlyList<HelpTopic> OfThePlan =>
        [
            new(
                "plan",
                "Bring in the plan",
                ManagePlan,
                [
                    "Open Plan, then Bring in a plan. Choose the document as it is.",
                    "Answer what is doubtful. What is likeliest is filled in.",
                    "Look at the document and what it becomes. What is marked as not read will not be in the plan.",
                    "Make it the plan. It begins in preparation, and every action can be changed.",
                ]
            )
            {
                Start = ("Bring in a plan", "/Plan/BringIn"),
            },
            new(
                "progress",
                "Say how your actions of the plan stand",
                GiveProgress,
                [
                    "Open Plan, then Say how your agency's actions stand. All of them are on one page.",
                    "Choose how an action stands, and say what was done and what comes next.",
                    "Where your rating is not as dates and updates tell, say why.",
                    "Save once. What you leave empty stays as it is.",
                ]
            )
            {
                Start = ("Your actions of the plan", "/Plan/Progress"),
                After =
                    "You are asked at the beginning of each period, and reminded weekly once two weeks of it are gone.",
            },
            new(
                "publish",
                "Publish a page for everybody",
                Publish,
                [
                    "Open the plan, then Publish, and prepare its summary, the plan or its progress.",
                    "Somebody else opens Public pages and looks at exactly what everybody will read.",
                    "They publish it. An earlier page goes to the archive.",
                    "What should not be read any more is withdrawn there at once. Your words stand in its place.",
                ]
            )
            {
                Start = ("Public pages", "/Publishing"),
            },
            new(
                "priority",
                "See what is done for a priority",
                SeePlan,
                [
                    "Open Plan, then Priorities, then the priority: actions of the plan, initiatives, what changed.",
                    "If you see cases, the hub’s part is counted as far as you may see it. Each number leads to its list.",
                    "A case is held against priorities on its own page, under Change title, topics or priorities. Its actions count for the same, unless others are chosen on the page of an action.",
                ]
            )
            {
                Start = ("Priorities", "/Priorities"),
            },
            new(
                "initiative",
                "Record what was done",
                KeepInitiatives,
                [
                    "Open This week, then Initiatives, then Record an initiative. From an action of the plan the link is below it.",
                    "Say what is done, who leads it and who pays. Several may pay.",
                    "Afterwards add how many people were reached, what was counted and what came of it.",
                    "An agency records what it leads itself; the team may change all.",
                ]
            )
            {
                Start = ("Initiatives", "/Initiatives"),
                After =
                    "Without names of residents: everybody who works for a partner reads it. What is not done after all is called off, not deleted.",
            },
            new(
                "calendar",
                "See the year and take it into your own calendar",
                SeeCalendar,
                [
                    "Open This week, then Calendar: a year from 1 April on one page.",
                    "Choose See it in your own calendar, then Make my address. It is shown once.",
                    "In Outlook or on your telephone subscribe to that address. It keeps itself up to date.",
                ]
            )
            {
                Start = ("Calendar", "/Calendar"),
                After =
                    "Whoever has the address can read it. Withdraw it there if somebody else got it.",
            },
            new(
                "scrutiny-reply",
                "Reply to a recommendation of scrutiny",
                AnswerScrutiny,
                [
                    "This week says when your agency owes a reply, and by which day.",
                    "Open it, choose Accept, Accept in part or Do not accept, and write the reply as it goes to the committee.",
                    "Say what your agency proposes to do. Save.",
                    "If your agency answers for its being done, say on its page how it gets on.",
                ]
            )
            {
                Start = ("Scrutiny", "/Scrutiny"),
                After =
                    "A reply that is late is owed as soon as reasonably possible. The other agencies and the committee read it, so name nobody.",
            },
            new(
                "scrutiny",
                "Keep the register of scrutiny",
                KeepScrutiny,
                [
                    "Open This week, then Scrutiny, then Record a review: committee, date, what it looks at, and which posts present it.",
                    "On the review add each recommendation. It goes to every responsible authority unless you choose otherwise, and each replies by a day that is counted for you.",
                    "A matter of one partner goes to that partner’s own governing body; the partnership owes no reply.",
                    "Name who answers for it and by when. Close it when it is done or not accepted, with a sentence.",
                    "Requests for information have a list of their own. Two questions are answered before anything is given.",
                ]
            )
            {
                Start = ("Scrutiny", "/Scrutiny"),
            },
            new(
                "bodies",
                "Keep a board’s papers",
                KeepBodies,
                [
                    "Open Partnership, Work of the bodies, then the body.",
                    "Write the next version of its terms as a draft. Partners see that the terms are being updated, and the words once they are adopted.",
                    "Plan its meetings, note who came and what was decided. Once a later meeting agrees the record, it stays as it is.",
                    "Say for whom a document is when you add it. Nobody else finds it.",
                ]
            )
            {
                Start = ("Bodies", "/Bodies"),
            },
            new(
                "report",
                "Write a board pack, an update for scrutiny or the annual report",
                KeepReports,
                [
                    "Open Plan, then Reports, then Begin a report. It is filled with what is recorded for its days.",
                    "Change a section to write in it. Its table comes from the records and can be made anew or taken out.",
                    "Add who presents it. Council, police and fire answer for the partnership together, or the report says why not.",
                    "Look at it and issue it. From then on it stays as it was read; take it away as a Word file.",
                ]
            )
            {
                Start = ("Reports", "/Reports"),
                After =
                    "A board pack stays with partners. An update for scrutiny and the annual report can be published: open it and choose Publish for everybody.",
            },
        ];
}
