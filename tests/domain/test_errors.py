"""What goes wrong says what to do."""

from afterview.domain.errors import CompanyKnown, ContactKnown, FileTooLarge


def test_an_error_says_its_docstring_unless_it_knows_better() -> None:
    assert FileTooLarge().detail.startswith("The file is larger than 1 MiB")
    assert FileTooLarge("Too large by a byte.").detail == "Too large by a byte."


def test_a_known_address_leads_to_the_contact_who_has_it() -> None:
    error = ContactKnown("Dana Whitcombe", "c7")
    assert "Dana Whitcombe has this address already" in error.detail
    assert error.extra == {"contact": "/api/v1/contacts/c7"}


def test_a_known_company_leads_to_the_one_that_there_is() -> None:
    error = CompanyKnown("Acme", "m3")
    assert "There is a company called Acme already" in error.detail
    assert error.extra == {"company": "/api/v1/companies/m3"}
