/**
 * A first draft of what people are told, to adapt: what the law says of every board is written out, what only the board
 * knows stands in square brackets, and a text with brackets left is not published (`listFaults`). No chapter numbers of
 * socialtjänstlagen: they changed with SoL (2025:400).
 */
import type { GeneralSubject } from './information-subject.ts';
import type { InformationByLanguage, InformationText } from './information.ts';

/** The draft in Swedish and English, in the board's name. */
export function suggestInformation(subject: GeneralSubject, boardName: string): InformationByLanguage {
	return subject === 'cases'
		? { sv: casesInSwedish(boardName), en: casesInEnglish(boardName) }
		: { sv: surveysInSwedish(boardName), en: surveysInEnglish(boardName) };
}

function casesInSwedish(board: string): InformationText {
	return {
		controller: `${board} är personuppgiftsansvarig. Du når nämnden på [telefonnummer] eller [e-postadress].`,
		purpose:
			'Vi frågar för att du och din handläggare ska se hur du har det och om stödet hjälper. Svaren används i ditt ärende. Vi räknar också ihop mångas svar för att följa upp och förbättra verksamheten. I det som räknas ihop syns inga enskilda personer.',
		voluntary:
			'Det är frivilligt att svara. Du kan hoppa över frågor och sluta när du vill. Du får stöd på samma villkor även om du inte svarar.',
		recipients:
			'Den som arbetar med ditt ärende kan läsa svaren, och chefen för enheten. Den som har läst dem syns i en logg. Uppgifterna omfattas av sekretess och lämnas bara ut om lagen tillåter det. [Namn på leverantör av drift, eller stryk meningen] sköter systemet åt oss och får inte använda uppgifterna till något annat. Uppgifterna förs inte över till länder utanför EU och EES.',
		retention:
			'Svaren hör till ditt ärende och sparas lika länge som andra handlingar där. Huvudregeln är fem år efter den sista anteckningen i ärendet. [Jämför med nämndens dokumenthanteringsplan.] Vissa handlingar måste bevaras längre för forskningens skull.',
		legalGround:
			'Behandlingen är nödvändig för att nämnden ska kunna utföra en uppgift av allmänt intresse och som ett led i myndighetsutövning (artikel 6.1 e i dataskyddsförordningen). Känsliga uppgifter behandlas med stöd av artikel 9.2 h och 9.3. Stödet i svensk rätt är socialtjänstlagen (2025:400) och lagen (2001:454) om behandling av personuppgifter inom socialtjänsten.',
		rights:
			'Du har rätt att få veta vilka uppgifter vi har om dig och att få en kopia. Du kan begära att fel rättas och i vissa fall att användningen begränsas medan frågan utreds. Sådant som vi enligt lag måste spara kan inte tas bort på begäran. Inga beslut om dig fattas automatiskt av systemet.',
		dataProtectionOfficer:
			'Dataskyddsombudet svarar på frågor om hur vi hanterar personuppgifter: [namn, telefonnummer och e-postadress].',
		complaint:
			'Är du inte nöjd med hur vi hanterar dina uppgifter kan du klaga hos Integritetsskyddsmyndigheten (IMY): imy@imy.se, telefon 08-657 61 00, www.imy.se.'
	};
}

function casesInEnglish(board: string): InformationText {
	return {
		controller: `${board} is responsible for your personal data (the controller). You reach the board at [telephone number] or [e-mail address].`,
		purpose:
			'We ask so that you and your caseworker can see how you are doing and whether the support helps. The answers are used in your case. We also add up many people’s answers to follow up and improve our work. No single person can be seen in what is added up.',
		voluntary:
			'Answering is voluntary. You can skip questions and stop whenever you like. You get support on the same terms even if you do not answer.',
		recipients:
			'Those who work with your case can read the answers, and the manager of the unit. A log shows who has read them. The data are confidential and are given to others only where the law allows it. [Name of the operating supplier, or delete the sentence] runs the system for us and may not use the data for anything else. The data are not transferred to countries outside the EU and the EEA.',
		retention:
			'The answers belong to your case and are kept as long as other documents in it. The main rule is five years after the last note in the case. [Compare with the board’s document plan.] Some documents must be kept longer for the sake of research.',
		legalGround:
			'The processing is necessary for the board to perform a task in the public interest and in the exercise of official authority (Article 6(1)(e) GDPR). Sensitive data are processed under Article 9(2)(h) and 9(3). The support in Swedish law is the Social Services Act (2025:400) and the Act (2001:454) on processing of personal data in social services.',
		rights:
			'You have the right to know what data we hold about you and to get a copy. You can ask us to correct what is wrong and in some cases to limit how data are used while that is looked into. What the law requires us to keep cannot be removed on request. The system makes no automatic decisions about you.',
		dataProtectionOfficer:
			'The data protection officer answers questions about how we handle personal data: [name, telephone number and e-mail address].',
		complaint:
			'If you are not satisfied with how we handle your data you can complain to the Swedish Authority for Privacy Protection (IMY): imy@imy.se, telephone +46 8 657 61 00, www.imy.se.'
	};
}

function surveysInSwedish(board: string): InformationText {
	return {
		controller: `${board} ansvarar för undersökningen. Du når nämnden på [telefonnummer] eller [e-postadress].`,
		purpose:
			'Svaren används för att följa upp och förbättra stödet. Vi räknar ihop allas svar och visar resultatet för nämnden, utförarna och dem som arbetar där.',
		voluntary:
			'Det är frivilligt att svara. Du kan hoppa över frågor och sluta när du vill. Ditt stöd påverkas inte av om du svarar.',
		recipients:
			'Undersökningen är anonym: vi sparar inte vem du är, inte varifrån du svarade och inte vilken dag. Vi visar bara siffror för grupper som är så stora att ingen kan kännas igen. Skriv inte namn eller annat som visar vem du eller någon annan är.',
		retention:
			'Svaren sparas i [antal] år och tas sedan bort enligt nämndens dokumenthanteringsplan. Sammanställningarna bevaras.',
		legalGround:
			'Undersökningen är en uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen): nämnden ska följa upp och utveckla kvaliteten enligt socialtjänstlagen (2025:400) och lagen (1993:387) om stöd och service till vissa funktionshindrade. Skriver någon ändå uppgifter om en person gäller också lagen (2001:454) om behandling av personuppgifter inom socialtjänsten.',
		rights:
			'Eftersom ingen vet vilka svar som är dina går de inte att lämna ut, rätta eller ta bort när de har skickats. Fram till dess sparas ingenting. Är du orolig för något du har skrivit, hör av dig till nämnden.',
		dataProtectionOfficer:
			'Dataskyddsombudet svarar på frågor om hur vi hanterar personuppgifter: [namn, telefonnummer och e-postadress].',
		complaint:
			'Är du inte nöjd med hur vi hanterar uppgifter kan du klaga hos Integritetsskyddsmyndigheten (IMY): imy@imy.se, telefon 08-657 61 00, www.imy.se.'
	};
}

function surveysInEnglish(board: string): InformationText {
	return {
		controller: `${board} is responsible for the survey. You reach the board at [telephone number] or [e-mail address].`,
		purpose:
			'The answers are used to follow up and improve the support. We add up everybody’s answers and show the result to the board, the providers and those who work there.',
		voluntary:
			'Answering is voluntary. You can skip questions and stop whenever you like. Your support does not depend on whether you answer.',
		recipients:
			'The survey is anonymous: we do not store who you are, where you answered from or on which day. We show figures only for groups so large that nobody can be recognised. Do not write names or anything else that shows who you or somebody else is.',
		retention:
			'The answers are kept for [number] years and then removed according to the board’s document plan. The summaries are preserved.',
		legalGround:
			'The survey is a task in the public interest (Article 6(1)(e) GDPR): the board shall follow up and develop quality under the Social Services Act (2025:400) and the Act (1993:387) concerning Support and Service for Persons with Certain Functional Impairments. If somebody writes about a person all the same, the Act (2001:454) on processing of personal data in social services applies too.',
		rights:
			'Since nobody knows which answers are yours they cannot be handed out, corrected or removed once they have been sent. Until then nothing is stored. If something you have written worries you, contact the board.',
		dataProtectionOfficer:
			'The data protection officer answers questions about how we handle personal data: [name, telephone number and e-mail address].',
		complaint:
			'If you are not satisfied with how we handle data you can complain to the Swedish Authority for Privacy Protection (IMY): imy@imy.se, telephone +46 8 657 61 00, www.imy.se.'
	};
}
