/*
 * spun.h - a paragraph as a spinner writes it and one as people do
 */
#ifndef SPUN_H
#define SPUN_H

#define SPUN \
	"Officers mentioned on Friday that the brand new photo voltaic\n" \
	"plant would proceed to develop, in response to the corporate\n" \
	"that constructed it. The USA has supplied extra help for the\n" \
	"manufacturing unit, together with loans, however Chinese\n" \
	"language rivals mentioned they'd maintain their costs low. In\n" \
	"addition they mentioned the financial system was bettering, and\n" \
	"that the federal government ought to tackle the issues of people\n" \
	"that had misplaced their jobs during the last 12 months. Many\n" \
	"younger individuals are not in a position to purchase a house,\n" \
	"they usually imagine that the state of affairs will turn out to\n" \
	"be worse earlier than it will get higher.\n"

#define CLEAN \
	"The council said on Tuesday that it would look again at the\n" \
	"plan, because more people than last year had written to say that\n" \
	"they did not want the road. A spokesman told reporters that\n" \
	"there was still time to find a better way, and that most of the\n" \
	"money would go to schools. Officials have said before that the\n" \
	"company must pay its part of the costs. According to the mayor,\n" \
	"the work could start in May, but only if both sides agree on\n" \
	"what has to be done first.\n"

#endif /* SPUN_H */
