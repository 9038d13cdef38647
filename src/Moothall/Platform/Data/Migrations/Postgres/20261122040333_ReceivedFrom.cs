using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReceivedFrom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReceivedBy",
                table: "SharedInformation",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "SharedInformation",
                type: "date",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "ReceivedBy",
                table: "ResearchReturn",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "ResearchReturn",
                type: "date",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "ReceivedBy",
                table: "ActionUpdate",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "ActionUpdate",
                type: "date",
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "ReceivedBy", table: "SharedInformation");

            migrationBuilder.DropColumn(name: "ReceivedOn", table: "SharedInformation");

            migrationBuilder.DropColumn(name: "ReceivedBy", table: "ResearchReturn");

            migrationBuilder.DropColumn(name: "ReceivedOn", table: "ResearchReturn");

            migrationBuilder.DropColumn(name: "ReceivedBy", table: "ActionUpdate");

            migrationBuilder.DropColumn(name: "ReceivedOn", table: "ActionUpdate");
        }
    }
}
